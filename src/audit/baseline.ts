import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { filesBelow } from '../lib/files.ts';
import { PAGES_FOLDER, POSTS_FOLDER, WORK_FOLDER } from '../site/paths.ts';

/** What a site is made of, beside the code in `src/`. */
const SETTINGS = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const CONTENT = /^src\/content\/|(?:^|\/)_?drafts?\//i;
/** Of the environment what a site depends on. */
const VARIABLES = ['SITE_URL', 'SITE_BASE'];

/**
 * Builds the site without any content, to know what it says by itself: its interface, its owner's
 * pages, what libraries write. It is made once for each version of the code.
 * @returns the folder of its output, or what the build said where it failed
 */
export async function makeBaseline(root: string): Promise<{ folder: string } | { log: string }> {
  const code = filesBelow(path.join(root, 'src')).map((file) => `src/${file}`);
  const files = [...code.filter((file) => !CONTENT.test(file)), ...SETTINGS].filter((file) =>
    existsSync(path.join(root, file)),
  );
  const hash = createHash('sha256').update(
    JSON.stringify(VARIABLES.map((name) => process.env[name])),
  );
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  const version = hash.digest('hex');

  const project = path.join(root, WORK_FOLDER, 'baseline');
  const folder = path.join(project, 'dist');
  const mark = path.join(project, 'version');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return { folder };

  rmSync(project, { recursive: true, force: true });
  for (const file of files) cpSync(path.join(root, file), path.join(project, file));
  for (const folder of [POSTS_FOLDER, PAGES_FOLDER]) {
    mkdirSync(path.join(project, folder), { recursive: true });
  }
  const { succeeded, log } = await build(root, project);
  if (!succeeded) return { log };
  // Where there is no post, there is no search either.
  const { index } = await createIndex();
  await index?.addHTMLFile({ url: '/', content: '<html lang="en"><body></body></html>' });
  await index?.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await close();
  writeFileSync(mark, version);
  return { folder };
}

/** Its packages are found in the folders above. */
function build(root: string, project: string): Promise<{ succeeded: boolean; log: string }> {
  const { resolve } = createRequire(path.join(root, 'package.json'));
  const manifest = resolve('astro/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { astro: string } };
  const program = path.join(path.dirname(manifest), bin.astro);
  const child = spawn(process.execPath, [program, 'build'], {
    cwd: project,
    env: { ...process.env, DRAFTS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (text) => (log += String(text)));
  child.stderr.on('data', (text) => (log += String(text)));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ succeeded: false, log: error.message }));
    child.on('close', (status) => resolve({ succeeded: status === 0, log }));
  });
}
