// Run by `npm run update` of an older Galley, in the owner's project: `node take-over.ts FOLDER-OF-THE-NEWER`.
// Imports nothing that has to be installed.
import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../../lib/files.ts';
import { ContentError } from '../../lib/problem.ts';
import { MADE_FOLDERS } from '../../site/paths.ts';
import { runCommand, UsageError } from '../arguments.ts';
import { isPlaceholder } from '../placeholders.ts';
import { git, treeOf, tryGit, writeTree, type Blob, type Tree } from './git.ts';
import { mergeManifest } from './merge-manifest.ts';
import { planUpdate } from './plan.ts';

const LINE = 'galley.json';
const CONFIG = 'src/site.config.ts';
const MANIFEST = 'package.json';
/** What installing and building leave in a folder. */
const MADE = ['node_modules', '.astro', ...MADE_FOLDERS].map((folder) => `${folder}/`);
/** Ends the message of a commit that is Galley alone: what the next update compares with. */
const TRAILER = 'Galley-Version';

/** What `galley.json` says. */
interface Line {
  /** Files and folders that are the owner's. */
  owner: string[];
  /** Keys of the configuration that are called otherwise now. */
  renamed: Record<string, string>;
}

await runCommand('node src/cli/update/take-over.ts FOLDER', async () => {
  const [source] = process.argv.slice(2);
  if (source === undefined) throw new UsageError('expected the folder of a newer Galley');
  update(process.cwd(), source);
});

function update(root: string, source: string): void {
  const line = readJson(source, LINE) as unknown as Line;
  const next = readJson(source, MANIFEST);
  const version = String(next['version']);
  if (next['name'] !== 'galley') throw fault(source, 'is no Galley');
  requireClean(root);
  const own = treeOf(root, 'HEAD');
  const ours = JSON.parse(textOf(root, own, MANIFEST));
  if (compareVersions(version, ours.version) < 0) {
    throw fault(source, `is older (${version}) than what is here (${ours.version})`);
  }

  const newer = readNewer(root, source);
  const base = treeOf(root, baseOf(root));
  const history = historyOf(source);
  const isOwners = (file: string) =>
    line.owner.some((one) => (one.endsWith('/') ? file.startsWith(one) : file === one));
  const plan = planUpdate(own, base, newer, isOwners, (file, { hash }) =>
    history.has(`${hash} ${file}`),
  );
  const before = base.has(MANIFEST) ? JSON.parse(textOf(root, base, MANIFEST)) : {};
  const merged = mergeManifest(before, ours, next);
  const hasOwnPackages = ['dependencies', 'devDependencies'].some((group) =>
    Object.keys(merged[group] ?? {}).some((name) => !(name in Object(next[group]))),
  );
  const manifest = `${JSON.stringify(merged, null, 2)}\n`;
  plan.files.set(MANIFEST, blobOf(root, manifest));
  plan.files.set('package-lock.json', newer.get('package-lock.json') ?? blobOf(root, '{}\n'));
  plan.kept = plan.kept.filter((file) => file !== MANIFEST && file !== 'package-lock.json');
  const renamed = renameKeys(own.has(CONFIG) ? textOf(root, own, CONFIG) : '', line.renamed);
  if (renamed.keys.length > 0) plan.files.set(CONFIG, blobOf(root, renamed.text));

  const changes = [...plan.files].filter(([file, { hash }]) => own.get(file)?.hash !== hash);
  if (changes.length === 0 && plan.removed.length === 0) {
    return console.log(`This is Galley ${version} already.`);
  }
  commit(root, plan.files, newer, isOwners, version);
  const log = newsOf(textOf(root, newer, 'CHANGELOG.md'), own, root);
  console.log(
    [
      ...(log.length > 0 ? ['What changes:', '', ...log, ''] : []),
      `Galley ${version} is here: ${plan.changed.length} files changed, ${plan.added.length} new, ${plan.removed.length} gone. What is yours is as it was.`,
      ...(renamed.keys.length > 0
        ? ['', `In ${CONFIG}, keys have new names: ${renamed.keys.join(', ')}.`]
        : []),
      ...(plan.kept.length > 0
        ? [
            '',
            'Files of Galley that you have changed stay as yours are:',
            ...plan.kept.map((file) => `  ${file}`),
          ]
        : []),
      '',
      `Next: \`${hasOwnPackages ? 'npm install' : 'npm ci'} && npm run build\`. Undo all of it: \`git reset --hard HEAD~1\`.`,
    ].join('\n'),
  );
}

/** What is there has to be in git, so that nothing can be lost. */
function requireClean(root: string): void {
  const prefix = tryGit(root, ['rev-parse', '--show-prefix']);
  const isRepository = prefix?.trim() === '' && tryGit(root, ['rev-parse', 'HEAD']) !== undefined;
  if (!isRepository) {
    throw fault('.', 'expected a git repository with a commit, by which an update can be undone');
  }
  const changed = git(root, ['status', '--porcelain']).trimEnd().split('\n').filter(Boolean);
  if (changed.length === 0) return;
  throw new ContentError(
    changed.map((row) => ({
      file: row.slice(3),
      message: 'is not committed; nothing was updated',
      hint: 'Commit it, or put it aside with `git stash -u`.',
    })),
  );
}

/** The files of the newer Galley, which git keeps from here on. Of a checkout only what is in its git. */
function readNewer(root: string, source: string): Tree {
  const tracked = isCheckout(source)
    ? git(source, ['ls-files', '-z']).split('\0').filter(Boolean)
    : filesBelow(source).filter((file) => !MADE.some((made) => file.startsWith(made)));
  const files = tracked.filter((file) =>
    lstatSync(path.join(source, file), { throwIfNoEntry: false })?.isFile(),
  );
  const paths = files.map((file) => path.join(source, file));
  const hashes = git(root, ['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    input: `${paths.join('\n')}\n`,
  });
  return new Map(
    hashes
      .trimEnd()
      .split('\n')
      .map((hash, i): [string, Blob] => {
        const isProgram = (lstatSync(paths[i] ?? '').mode & 0o100) !== 0;
        return [files[i] ?? '', { mode: isProgram ? '100755' : '100644', hash }];
      }),
  );
}

function isCheckout(folder: string): boolean {
  return existsSync(path.join(folder, '.git'));
}

/** Every file that a checkout has had, as `hash path`: what is among them is nobody's change. */
function historyOf(source: string): Set<string> {
  if (!isCheckout(source)) return new Set();
  return new Set(git(source, ['rev-list', '--objects', 'HEAD']).split('\n'));
}

/**
 * The commit that is Galley as it was taken over: by the last update; else the last one at which the
 * configuration was still that of the manual; else the first.
 */
function baseOf(root: string): string {
  const updated = git(root, ['log', '-1', '--format=%H', `--grep=^${TRAILER}: `]).trim();
  if (updated !== '') return updated;
  const commits = git(root, ['log', '--format=%H', '--', CONFIG]).split('\n').filter(Boolean);
  const manual = commits.findIndex((commit) =>
    isPlaceholder(tryGit(root, ['show', `${commit}:${CONFIG}`]) ?? ''),
  );
  if (manual === 0) return 'HEAD';
  if (manual > 0) return `${commits[manual - 1]}^`;
  return git(root, ['rev-list', '--max-parents=0', 'HEAD']).trim().split('\n').at(-1) ?? 'HEAD';
}

/**
 * One commit for the project, with Galley alone as its second parent. The files follow in one step of git, which
 * touches none before it knows that it can write them all.
 */
function commit(
  root: string,
  files: Tree,
  newer: Tree,
  isOwners: (file: string) => boolean,
  version: string,
): void {
  const folder = path.resolve(root, git(root, ['rev-parse', '--git-dir']).trim());
  const index = path.join(folder, 'galley-index');
  try {
    const galley = new Map([...newer].filter(([file]) => !isOwners(file)));
    const message = `Galley ${version}\n\n${TRAILER}: ${version}`;
    const alone = git(root, ['commit-tree', writeTree(root, galley, index), '-m', message]).trim();
    const tree = writeTree(root, files, index);
    const parents = ['-p', 'HEAD', '-p', alone];
    const next = git(root, ['commit-tree', tree, ...parents, '-m', `Take over Galley ${version}`]);
    git(root, ['merge', '--quiet', '--ff-only', next.trim()]);
  } finally {
    rmSync(index, { force: true });
  }
}

/** What a changelog says that ours does not. */
function newsOf(changelog: string, own: Tree, root: string): string[] {
  const known = new Set(
    own.has('CHANGELOG.md') ? textOf(root, own, 'CHANGELOG.md').split('\n') : [],
  );
  return changelog.split('\n').filter((line) => line.trim() !== '' && !known.has(line));
}

/** The configuration with the new names of keys. */
function renameKeys(text: string, renamed: Readonly<Record<string, string>>) {
  const keys: string[] = [];
  let changed = text;
  for (const [key, name] of Object.entries(renamed)) {
    const pattern = new RegExp(`(?<=^|[\\s{,])(['"]?)${RegExp.escape(key)}\\1(?=\\s*:)`);
    if (!pattern.test(changed)) continue;
    changed = changed.replace(pattern, name);
    keys.push(`${key} is ${name}`);
  }
  return { text: changed, keys };
}

/** By their three numbers. https://semver.org */
function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split(/[.+-]/).slice(0, 3).map(Number));
  const at = [0, 1, 2].find((i) => x?.[i] !== y?.[i]);
  return at === undefined ? 0 : (x?.[at] ?? 0) - (y?.[at] ?? 0);
}

function textOf(root: string, tree: Tree, file: string): string {
  const blob = tree.get(file);
  if (!blob) throw fault(file, 'is missing');
  return git(root, ['cat-file', 'blob', blob.hash]);
}

function blobOf(root: string, text: string): Blob {
  const hash = git(root, ['hash-object', '-w', '--stdin'], { input: text }).trim();
  return { mode: '100644', hash };
}

function readJson(folder: string, file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  } catch {
    throw fault(folder, `is no Galley: there is no ${file} that can be read`);
  }
}

function fault(file: string, message: string): ContentError {
  return new ContentError([{ file, message }]);
}
