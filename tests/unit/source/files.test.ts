import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileText, filesBelow } from '../../../src/lib/files.ts';
import { formatOf, nameProblem } from '../../../src/source/formats.ts';

describe('text of a file', () => {
  it.each([
    ['line ends of Windows', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
    ['both kinds of line ends', 'a\r\nb\nc', 'a\nb\nc'],
    ['a byte order mark', '\uFEFFa', 'a'],
    ['the same character inside', 'a\uFEFFb', 'a\uFEFFb'],
    ['a return that ends no line', 'a\rb', 'a\rb'],
  ])('%s', (_, written, text) => {
    expect(fileText(written)).toBe(text);
  });
});

it('lists files at every depth, through links too, and no link that leads nowhere or round', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-files-'));
  const outside = mkdtempSync(path.join(tmpdir(), 'galley-outside-'));
  mkdirSync(path.join(folder, 'b/.c'), { recursive: true });
  mkdirSync(path.join(outside, 'deep'));
  for (const file of ['z.md', 'b/.c/y', 'b/x.md']) writeFileSync(path.join(folder, file), '');
  writeFileSync(path.join(outside, 'deep/w.md'), '');
  symlinkSync('../z.md', path.join(folder, 'b/link.md'));
  symlinkSync('nowhere', path.join(folder, 'broken.md'));
  symlinkSync('self.md', path.join(folder, 'self.md'));
  symlinkSync('.', path.join(folder, 'round'));
  symlinkSync('..', path.join(folder, 'b/up'));
  symlinkSync(outside, path.join(folder, 'vault'));
  symlinkSync(folder, path.join(outside, 'deep/back'));
  const dead: string[] = [];
  const files = filesBelow(folder, (file) => dead.push(file));
  expect(files).toEqual(['b/.c/y', 'b/link.md', 'b/x.md', 'vault/deep/w.md', 'z.md']);
  expect(dead.toSorted()).toEqual(['broken.md', 'self.md']);
  for (const made of [folder, outside]) rmSync(made, { recursive: true });
  expect(filesBelow(folder)).toEqual([]);
});

describe('formatOf', () => {
  it.each([
    ['a.md', 'markdown'],
    ['A.MD', 'markdown'],
    ['a.Markdown', 'markdown'],
    ['a.mdx', 'mdx'],
    ['a.MDX', 'mdx'],
    ['a.HTML', 'verbatim'],
    ['a.png', undefined],
    ['mdx', undefined],
  ])('%s is %s', (file, format) => {
    expect(formatOf(file)).toBe(format);
  });

  it('an ending that the compiler of MDX does not know is told', () => {
    expect(nameProblem('b/a.Mdx')).toMatchObject({ field: 'file name', value: 'a.Mdx' });
    for (const file of ['a.mdx', 'a.MD', 'a.md']) expect(nameProblem(file)).toBeUndefined();
  });
});
