import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openTexts, withText } from '../../../src/store/texts.ts';

it('an entry gets its text from what was opened for its collection', () => {
  const headings = [{ depth: 2, slug: 'tea', text: 'Tea' }];
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'texts-')), 'posts');
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
