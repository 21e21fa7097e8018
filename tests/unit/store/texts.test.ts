import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { openTexts, Texts, withText } from '../../../src/store/texts.ts';

const headings = [{ depth: 2, slug: 'tea', text: 'Tea' }];
const text = (html: string) => ({ html, headings: [] });

let file: string;
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'texts-')), 'deep/posts');
});

it('texts are as they were when they are read again, whatever is in them', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), (all) => {
      const texts = new Texts(file);
      for (const [digest, html] of Object.entries(all)) texts.set(digest, { html, headings });
      texts.save(new Set(Object.keys(all)));
      const again = new Texts(file);
      for (const [digest, html] of Object.entries(all)) {
        expect(again.get(digest)).toEqual({ html, headings });
      }
    }),
  );
});

it('what no entry has any more is forgotten, and what is the same is not written', () => {
  const texts = new Texts(file);
  texts.set('a', text('<p>ä</p>'));
  texts.set('b', text('<p>b</p>'));
  texts.save(new Set(['a', 'b']));
  const next = new Texts(file);
  next.set('c', text('<p>c</p>'));
  next.save(new Set(['a', 'c']));
  const last = new Texts(file);
  expect(['a', 'b', 'c'].map((digest) => last.has(digest))).toEqual([true, false, true]);
  expect(last.get('a')).toEqual(text('<p>ä</p>'));
  const before = readFileSync(file);
  last.save(new Set(['a', 'c']));
  expect(readFileSync(file)).toEqual(before);
});

it.each<[string, (bytes: Buffer) => Buffer | string]>([
  ['cut off', (bytes) => bytes.subarray(0, -1)],
  ['changed', (bytes) => Buffer.from(bytes.toString('latin1').replace('tea', 'tee'), 'latin1')],
  ['empty', () => ''],
  ['something else', () => 'nothing of the kind'],
])('a file that is %s counts as none', (_how, damage) => {
  const texts = new Texts(file);
  texts.set('a', text('<p>tea</p>'));
  texts.save(new Set(['a']));
  writeFileSync(file, damage(readFileSync(file)));
  expect(new Texts(file).has('a')).toBe(false);
});

it('an entry gets its text from what was opened for its collection', () => {
  openTexts('stories', file).set('a', { html: '<p>a</p>', headings });
  const entry = {
    collection: 'stories',
    digest: 'a',
    rendered: { html: '', metadata: { own: 1 } },
  };
  expect(withText(entry).rendered).toEqual({
    html: '<p>a</p>',
    metadata: { own: 1, headings },
  });
  const other = { ...entry, digest: 'b' };
  expect(withText(other)).toBe(other);
  expect(existsSync(file)).toBe(false);
});
