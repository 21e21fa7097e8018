import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'galley-begin-'));
  write('src/site.config.ts', readFileSync('src/site.config.ts', 'utf8'));
  write('src/content/posts/2026-01-01-manual.md', 'Galley.\n');
  write('src/content/pages/about.md', 'Galley.\n');
  write('public/images/manual.png', 'bytes');
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

function begin(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve('src/cli/begin.ts'), ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, TZ: 'Asia/Tokyo' } },
  );
  return { status, said: stdout + stderr };
}

it('makes an empty blog of a fresh copy, and keeps the manual aside', () => {
  const { status, said } = begin('éclairs & more', '--author', 'Jane Doe');
  expect(status, said).toBe(0);
  const files = filesBelow(root);
  const own = files.filter((file) => !file.startsWith('.galley/'));
  expect(own).toEqual([
    'public/favicon.svg',
    expect.stringMatching(/^src\/content\/posts\/\d{4}-\d\d-\d\d-a-first-post\.md$/),
    'src/site.config.ts',
  ]);
  expect(read('src/site.config.ts')).toMatch(
    /title: 'éclairs & more',\n {2}author: \{\n? *name: 'Jane Doe',?\s*\},[^]*timeZone: 'Asia\/Tokyo'/,
  );
  expect(read('public/favicon.svg')).toContain('>É</text>');
  expect(read(own[1] ?? '')).toMatch(/published: false\n---/);
  expect(files.filter((file) => file.startsWith('.galley/manual/'))).toHaveLength(3);
});

it.each([
  [[], 2, /expected a title/],
  [['Two', 'words'], 2, /quotation marks/],
  [['Blog', '--url', 'example.org'], 1, /url = "example\.org": expected an address/],
  [['Blog', '--autor', 'J'], 2, /Did you mean --author\?/],
])('%j changes nothing', (args, expected, says) => {
  const before = filesBelow(root).map((file) => [file, read(file)]);
  const { status, said } = begin(...args);
  expect(status).toBe(expected);
  expect(said).toMatch(says);
  expect(filesBelow(root).map((file) => [file, read(file)])).toEqual(before);
});

it('leaves a site alone that is somebody’s', () => {
  write('src/site.config.ts', read('src/site.config.ts').replace('galley.example', 'jane.example'));
  const { status, said } = begin('Another');
  expect(status).toBe(1);
  expect(said).toContain('there is a site here already');
  expect(read('src/content/pages/about.md')).toBe('Galley.\n');
});
