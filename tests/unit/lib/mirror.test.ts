import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';
import { mirror, moveInto } from '../../../src/lib/mirror.ts';

let from: string;
let to: string;
beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mirror-'));
  from = path.join(folder, 'from');
  to = path.join(folder, 'to');
  mkdirSync(path.join(from, 'deep/er'), { recursive: true });
  writeFileSync(path.join(from, 'a'), 'A');
  writeFileSync(path.join(from, 'deep/er/b'), 'B');
});

const textOf = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');
const inodeOf = (folder: string, file: string) => statSync(path.join(folder, file)).ino;

describe('mirror', () => {
  it('makes a folder hold the same files, by links', () => {
    mirror(from, to);
    expect(filesBelow(to)).toEqual(['a', 'deep/er/b']);
    expect(inodeOf(to, 'a')).toBe(inodeOf(from, 'a'));
  });

  it('takes away what is not there, and replaces what is other, a file by a folder too', () => {
    mkdirSync(path.join(to, 'a/was/a/folder'), { recursive: true });
    mkdirSync(path.join(to, 'gone'));
    writeFileSync(path.join(to, 'gone/c'), 'C');
    writeFileSync(path.join(to, 'deep'), 'was a file');
    mirror(from, to);
    expect(filesBelow(to)).toEqual(['a', 'deep/er/b']);
    expect(textOf(to, 'deep/er/b')).toBe('B');
  });

  it('leaves alone what is the same', () => {
    mirror(from, to);
    const before = inodeOf(to, 'deep/er/b');
    writeFileSync(path.join(from, 'new'), 'N');
    mirror(from, to);
    expect(inodeOf(to, 'deep/er/b')).toBe(before);
    expect(textOf(to, 'new')).toBe('N');
  });

  it('does not write into a file that is replaced: it may be another site’s too', () => {
    mirror(from, to);
    const other = path.join(path.dirname(from), 'other');
    mkdirSync(other);
    writeFileSync(path.join(other, 'a'), 'another');
    mirror(other, to);
    expect(textOf(from, 'a')).toBe('A');
    expect(textOf(to, 'a')).toBe('another');
  });
});

describe('moveInto', () => {
  it('puts files in place of those of the same names and keeps the others', () => {
    mkdirSync(path.join(to, 'deep'), { recursive: true });
    writeFileSync(path.join(to, 'deep/other'), 'O');
    writeFileSync(path.join(to, 'a'), 'old');
    moveInto(from, to);
    expect(filesBelow(to)).toEqual(['a', 'deep/er/b', 'deep/other']);
    expect(textOf(to, 'a')).toBe('A');
    expect(filesBelow(from)).toEqual([]);
  });

  it('puts a folder in place of a file or a link, and a file in place of a folder', () => {
    mkdirSync(path.join(to, 'a'), { recursive: true });
    symlinkSync('nowhere', path.join(to, 'deep'));
    moveInto(from, to);
    expect(filesBelow(to)).toEqual(['a', 'deep/er/b']);
  });
});
