import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Records } from '../../../src/store/records.ts';

let file: string;
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'records-')), 'deep/posts');
});

/** Writes what there is and what is new, and reads all of it again. */
function write(values: Record<string, unknown>, kept = Object.keys(values)): Records<unknown> {
  const records = new Records<unknown>(file);
  for (const [digest, value] of Object.entries(values)) records.set(digest, value);
  records.save(new Set(kept));
  return new Records(file);
}

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.date(),
  fc.bigInt(),
  fc.dictionary(fc.string(), fc.option(fc.double(), { nil: undefined }), { noNullPrototype: true }),
);

it('values are as they were when they are read again, whatever is in them, written at once or one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), value), { maxLength: 4 }), (builds) => {
      file = path.join(mkdtempSync(path.join(tmpdir(), 'records-')), 'posts');
      const all = new Map<string, unknown>();
      for (const build of builds) {
        for (const [digest, value] of Object.entries(build)) all.set(digest, value);
        write(build, [...all.keys()]);
      }
      const again = new Records(file);
      for (const [digest, value] of all) expect(again.get(digest)).toStrictEqual(value);
    }),
  );
});

it('one more value does not write those before it', () => {
  write({ a: 'tea'.repeat(1000) });
  const { size, ino } = statSync(file);
  const records = write({ b: 'b' }, ['a', 'b']);
  expect(records.get('a')).toBe('tea'.repeat(1000));
  expect(records.get('b')).toBe('b');
  expect(statSync(file).ino).toBe(ino);
  expect(statSync(file).size).toBeLessThan(size + 200);
});

it('what nobody has any more is left out as soon as it is much', () => {
  write({ a: 'a'.repeat(100), b: 'b'.repeat(1000) });
  const records = write({ c: 'c' }, ['b', 'c']);
  expect(records.has('b')).toBe(true);
  expect(write({}, ['c']).has('b')).toBe(false);
  expect(readFileSync(file, 'utf8')).not.toContain('bbb');
  expect(new Records(file).get('c')).toBe('c');
});

it('values can be added and written as often as there are some', () => {
  const records = new Records<string>(file);
  for (const digest of ['a', 'b', 'c']) {
    records.set(digest, digest.repeat(100));
    records.save(new Set([digest]));
    // What may still be asked for is there.
    expect(records.get('a')).toBe('a'.repeat(100));
    expect(new Records(file).get(digest)).toBe(digest.repeat(100));
  }
  expect(new Records(file).has('a')).toBe(false);
  const { size } = statSync(file);
  records.save(new Set(['c']));
  expect(statSync(file).size).toBe(size);
});

it('what is the same is not written', () => {
  write({ a: 'a' });
  const { mtimeMs } = statSync(file);
  write({}, ['a']);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

describe('a file that is', () => {
  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['cut off', (bytes) => bytes.subarray(0, -1)],
    ['changed', (bytes) => Buffer.from(bytes.toString('latin1').replace('last', 'lost'), 'latin1')],
    ['longer', (bytes) => Buffer.concat([bytes, Buffer.from('more')])],
  ])('%s counts as far as it is whole, and is mended', (how, damage) => {
    write({ a: 'first'.repeat(100) });
    write({ b: 'last' }, ['a', 'b']);
    writeFileSync(file, damage(readFileSync(file)));
    const records = new Records(file);
    expect(records.has('a')).toBe(true);
    expect(records.has('b')).toBe(how === 'longer');
    const mended = write({ c: 'c' }, ['a', 'c']);
    expect(mended.get('a')).toBe('first'.repeat(100));
    expect(mended.get('c')).toBe('c');
  });

  it.each(['', 'something else', '{"digest":""}\n', '{"ends":3}\n'])(
    '%j counts as none',
    (text) => {
      write({ a: 'a' });
      writeFileSync(file, text);
      expect(new Records(file).has('a')).toBe(false);
      expect(write({ b: 'b' }).get('b')).toBe('b');
    },
  );
});
