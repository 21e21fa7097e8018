import { expect, it } from 'vitest';
import { removeUnshownPictures } from '../../../src/build/unshown-pictures.ts';
import { filesBelow } from '../../../src/lib/files.ts';
import { folderWith, type Files } from '../audit/audit-fixture.ts';

/** What is left in `_astro/` of a site. */
function left(files: Files, kept: string[] = []): string[] {
  const folder = folderWith(files);
  removeUnshownPictures(folder, '_astro', (file) => kept.includes(file));
  return filesBelow(`${folder}/_astro`);
}

it.each([
  ['in HTML', 'a.html', '<img src="/blog/_astro/cup.Bk7BF-xA.png">'],
  ['in a list of sizes', 'a.html', '<img srcset="/_astro/cup.Bk7BF-xA.png 60w, /x.png 90w">'],
  ['with its name encoded', 'a.html', '<img src="/_astro/c%C3%BCp.Bk7BF-xA.png">'],
  ['in CSS', 'a.css', 'a{background:url(./cup.Bk7BF-xA.png)}'],
  ['in a feed', 'feed.json', String.raw`{"image":"https:\/\/a.example\/_astro\/cup.Bk7BF-xA.png"}`],
  ['in a script', '_astro/a.js', 'const a="cup.Bk7BF-xA.png"'],
])('a picture that is named stays: %s', (_, file, text) => {
  expect(left({ [file]: text, '_astro/cup.Bk7BF-xA.png': 'x' })).toContain('cup.Bk7BF-xA.png');
});

it('an original goes of which only other sizes are shown', () => {
  const files = {
    'a.html': '<img src="/_astro/cup.Bk7BF-xA_Z6wIHA.webp">',
    '_astro/cup.Bk7BF-xA.png': 'x',
    '_astro/cup.Bk7BF-xA_Z6wIHA.webp': 'x',
    '_astro/a.woff2': 'x',
  };
  expect(left(files)).toEqual(['a.woff2', 'cup.Bk7BF-xA_Z6wIHA.webp']);
});

it('but not where a page needs it that is kept', () => {
  const file = '_astro/cup.Bk7BF-xA.png';
  expect(left({ [file]: 'x' }, [file])).toEqual(['cup.Bk7BF-xA.png']);
  expect(left({ [file]: 'x' })).toEqual([]);
});
