// `npm run import -- PATH [--replace]`: takes over a Jekyll or Octopress site.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { POSTS_FOLDER } from '../post/read.ts';
import { isMapping, parseYaml } from '../post/yaml.ts';
import { ContentError } from '../problem.ts';
import { CONFIG_FILE, defineSite } from '../site/define.ts';
import { configFile } from './import/config-file.ts';
import { convertConfig, type JekyllConfig } from './import/jekyll-config.ts';
import { planImport, sourceFolder, type Copy } from './import/plan.ts';
import { report } from './import/report.ts';

const USAGE = 'npm run import -- PATH-TO-JEKYLL-SITE [--replace]';

const args = process.argv.slice(2);
const replace = args.includes('--replace');
const [root, ...others] = args.filter((arg) => arg !== '--replace');
if (root === undefined || others.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    await importSite(path.resolve(root));
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function importSite(root: string): Promise<void> {
  const jekyll = await readConfig(root);
  const source = sourceFolder(root, jekyll['source']);
  const plan = await planImport(source, strings(jekyll['exclude']));
  const { config, notes } = convertConfig(jekyll, path.basename(root));
  if (plan.posts.length === 0) {
    throw new ContentError([{ file: root, message: 'expected posts in a folder called _posts' }]);
  }

  const targets = [CONFIG_FILE, ...[...plan.posts, ...plan.others].map(({ to }) => to)];
  const existing = targets.filter((target) => existsSync(target));
  if (!replace && existing.length > 0) {
    console.error(
      [`This would overwrite ${existing.length} files:`, ...existing.slice(0, 20)].join('\n  '),
    );
    console.error(`\nNothing was written. To replace these and all posts: ${USAGE}`);
    process.exitCode = 1;
    return;
  }

  if (replace) await rm(POSTS_FOLDER, { recursive: true, force: true });
  await copyFiles([
    { from: path.join(root, '_config.yml'), to: 'src/liquid/config.yml' },
    ...[...plan.posts, ...plan.others].map(({ from, to }) => ({
      from: path.join(source, from),
      to,
    })),
  ]);
  await writeFile(CONFIG_FILE, await configFile(config));
  const site = defineSite(config, {});
  console.log((await report(plan, notes, site, jekyll)).join('\n'));
}

/** Byte for byte. */
async function copyFiles(copies: readonly Copy[]): Promise<void> {
  const folders = new Set(copies.map(({ to }) => path.dirname(to)));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  await Promise.all(copies.map(({ from, to }) => copyFile(from, to)));
}

async function readConfig(root: string): Promise<JekyllConfig> {
  const file = path.join(root, '_config.yml');
  const source = await readFile(file, 'utf8').catch(() => {
    throw new ContentError([
      { file, message: 'expected a Jekyll site: a folder with a _config.yml' },
    ]);
  });
  const config = parseYaml(source);
  return isMapping(config) ? config : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
