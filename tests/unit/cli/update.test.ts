import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';

const WHO = [
  '-c',
  'user.name=Jane',
  '-c',
  'user.email=jane@example.org',
  '-c',
  'commit.gpgsign=false',
];
const IDENTITY = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'Jane'],
    [`GIT_${role}_EMAIL`, 'jane@example.org'],
  ]),
);

type Files = Record<string, string>;

/** A small Galley: the code that takes over, a file that changes, one that stays, one that goes, one of the manual's. */
function galley(version: string, files: Files): string {
  const root = mkdtempSync(path.join(tmpdir(), 'galley-release-'));
  for (const part of ['src/cli', 'src/lib', 'src/site/paths.ts', 'galley.json']) {
    cpSync(part, path.join(root, part), { recursive: true });
  }
  write(root, {
    'package.json': manifest(version, {}),
    'package-lock.json': `{ "version": "${version}" }\n`,
    'CHANGELOG.md': `# Changelog\n\n## ${version}\n\n- News of ${version}.\n`,
    'README.md': 'The same.\n',
    'src/site.config.ts': "export default { url: 'https://galley.example' };\n",
    'src/content/posts/manual.md': `Of ${version}.\n`,
    'src/page.css': `/* ${version} */\n`,
    'src/head.css': `/* ${version} */\n`,
    ...files,
  });
  return root;
}

const manifest = (version: string, dependencies: Files, more = {}) =>
  `${JSON.stringify({ name: 'galley', version, ...more, scripts: { build: 'b' }, dependencies: { zod: version, ...dependencies } }, null, 2)}\n`;

function write(root: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

const read = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8');

function git(root: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', [...WHO, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

function commitAll(root: string, message: string): void {
  if (!existsSync(path.join(root, '.git'))) git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', message);
}

/** All files but git's, with what they say. */
const contents = (root: string) =>
  Object.fromEntries(
    filesBelow(root)
      .filter((file) => !file.startsWith('.git/'))
      .map((file) => [file, read(root, file)]),
  );

function update(root: string, source: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve('src/cli/update.ts'), source],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ...IDENTITY } },
  );
  return { status, said: stdout + stderr };
}

const OWN: Files = {
  'src/site.config.ts': "export default {\n  url: 'https://jane.example',\n  colour: 'red',\n};\n",
  'src/content/posts/mine.md': 'Mine.\n',
  'src/custom/styles.css': 'a {}\n',
  'public/logo.svg': '<svg/>\n',
};

let project: string;
let newer: string;
beforeEach(() => {
  project = galley('1.0.0', { 'src/old.css': '/* old */\n' });
  commitAll(project, 'Galley');
  rmSync(path.join(project, 'src/content/posts/manual.md'));
  write(project, {
    ...OWN,
    'package.json': manifest('1.0.0', { dayjs: '1.0.0' }, { description: 'Mine' }),
    'src/head.css': '/* mine */\n',
    'netlify.toml': 'mine\n',
  });
  commitAll(project, 'Mine');
  newer = galley('1.1.0', { 'src/new.css': '/* new */\n' });
});

describe('a newer Galley', () => {
  it.each(['a checkout', 'an archive'])('is taken over from %s', (from) => {
    let source = newer;
    if (from === 'a checkout') commitAll(newer, 'Galley');
    else {
      source = `${newer}.tar.gz`;
      spawnSync('tar', ['-czf', source, path.basename(newer)], { cwd: path.dirname(newer) });
    }
    const before = contents(project);
    const { status, said } = update(project, source);
    expect(status, said).toBe(0);
    const now = contents(project);
    for (const [file, text] of Object.entries(OWN)) expect(now[file], file).toBe(text);
    expect(now['src/page.css']).toBe('/* 1.1.0 */\n');
    expect(now['src/new.css']).toBe('/* new */\n');
    expect(now).not.toHaveProperty('src/old.css');
    expect(now).not.toHaveProperty('src/content/posts/manual.md');
    expect(now['netlify.toml']).toBe('mine\n');
    // What the owner has changed of Galley stays, and is named.
    expect(now['src/head.css']).toBe('/* mine */\n');
    expect(said).toMatch(/changed stay as yours are:\n {2}src\/head\.css\n\n/);
    expect(JSON.parse(now['package.json'] ?? '')).toMatchObject({
      version: '1.1.0',
      description: 'Mine',
      dependencies: { zod: '1.1.0', dayjs: '1.0.0' },
    });
    expect(said).toMatch(/What changes:\n\n## 1\.1\.0\n- News of 1\.1\.0\.\n/);
    expect(said).toContain('npm install');
    expect(git(project, 'status', '--porcelain')).toBe('');

    const again = update(project, source);
    expect(again.said).toContain('This is Galley 1.1.0 already.');
    git(project, 'reset', '-q', '--hard', 'HEAD~1');
    expect(contents(project)).toEqual(before);
  });

  it('and the one after it: what was kept is still the owner’s', () => {
    expect(update(project, newer).status).toBe(0);
    const next = galley('1.2.0', {});
    const { status, said } = update(project, next);
    expect(status, said).toBe(0);
    expect(read(project, 'src/page.css')).toBe('/* 1.2.0 */\n');
    expect(existsSync(path.join(project, 'src/new.css'))).toBe(false);
    expect(read(project, 'src/head.css')).toBe('/* mine */\n');
    expect(said).toContain('  src/head.css\n');
  });

  it('brings new names of keys into the configuration', () => {
    write(newer, {
      'galley.json': JSON.stringify({
        owner: ['src/content/', 'src/custom/', 'public/', 'src/site.config.ts'],
        renamed: { colour: 'accent' },
      }),
    });
    const { status, said } = update(project, newer);
    expect(status, said).toBe(0);
    expect(read(project, 'src/site.config.ts')).toBe(
      OWN['src/site.config.ts']?.replace('colour', 'accent'),
    );
    expect(said).toContain('colour is accent');
  });
});

/** Moments at which an update is killed, as parts of the time that a whole one takes. */
const MOMENTS = [0.3, 0.5, 0.7, 0.8, 0.9, 0.97];

it('killed at any moment it loses nothing, and can be begun again', async () => {
  const before = contents(project);
  const copy = () => {
    const place = mkdtempSync(path.join(tmpdir(), 'galley-killed-'));
    cpSync(project, place, { recursive: true });
    return place;
  };
  const whole = copy();
  const start = performance.now();
  expect(update(whole, newer).status).toBe(0);
  const time = performance.now() - start;
  const after = contents(whole);
  for (const moment of MOMENTS) {
    const root = copy();
    await killedUpdate(root, newer, moment * time);
    // So does git say that it wants it, when it has been killed itself.
    for (const file of filesBelow(path.join(root, '.git'))) {
      if (file.endsWith('.lock')) rmSync(path.join(root, '.git', file));
    }
    git(root, 'reset', '-q', '--hard');
    git(root, 'clean', '-qfd');
    const isDone = git(root, 'log', '--oneline') !== git(project, 'log', '--oneline');
    expect(contents(root)).toEqual(isDone ? after : before);
    expect(update(root, newer).status).toBe(0);
    expect(contents(root)).toEqual(after);
  }
});

/** Kills an update with all that it has started. */
async function killedUpdate(root: string, source: string, after: number): Promise<void> {
  const running = spawn(process.execPath, [path.resolve('src/cli/update.ts'), source], {
    cwd: root,
    env: { ...process.env, ...IDENTITY },
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(running, 'exit');
  await Promise.race([ended, setTimeout(after)]);
  try {
    process.kill(-Number(running.pid), 'SIGKILL');
  } catch {
    // It has ended.
  }
  await ended;
}

describe('nothing changes, and it is said why, where', () => {
  it.each<[string, () => string, RegExp]>([
    [
      'something is not committed',
      () => (write(project, { 'src/a.ts': '' }), newer),
      /^src\/a\.ts\n {2}is not committed/m,
    ],
    [
      'it is older',
      () => galley('0.9.0', {}),
      /is older \(0\.9\.0\) than what is here \(1\.0\.0\)/,
    ],
    ['it is no Galley', () => mkdtempSync(path.join(tmpdir(), 'galley-no-')), /is no Galley/],
    [
      'it is another program',
      () => (write(newer, { 'package.json': '{"name":"other"}' }), newer),
      /is no Galley/,
    ],
    ['there is nothing', () => '/nowhere', /there is no such folder/],
    ['it is no archive', () => path.join(newer, 'README.md'), /cannot be unpacked/],
    [
      'there is no git',
      () => (rmSync(path.join(project, '.git'), { recursive: true }), newer),
      /expected a git repository/,
    ],
  ])('%s', (_, prepare, says) => {
    const source = prepare();
    const before = contents(project);
    const { status, said } = update(project, source);
    expect(status).toBe(1);
    expect(said).toMatch(says);
    expect(said).not.toMatch(/^\s+at /m);
    expect(contents(project)).toEqual(before);
  });
});
