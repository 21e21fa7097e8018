import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutTypeface } from '../../../src/build/typeface/cut.ts';
import { styleSheet } from '../../../src/build/typeface/faces.ts';
import { slicesFor, unicodeRange } from '../../../src/build/typeface/slices.ts';
import { parseRanges } from '../../../src/social/fonts.ts';

describe('what is cut', () => {
  const has = (lang: string, slice: number, letter: string) =>
    slicesFor(lang)[slice]?.points.includes(letter.codePointAt(0) ?? 0);

  it('has the letters of the site’s language in its first file, others in the second', () => {
    expect(has('en', 0, 'é')).toBe(false);
    expect(has('en', 1, 'é')).toBe(true);
    expect(has('de-AT', 0, 'ß')).toBe(true);
    expect(has('de-AT', 0, 'Ü')).toBe(true);
    expect(has('tr', 0, 'İ')).toBe(true);
    expect(has('pl', 0, 'Ł')).toBe(true);
  });

  it('has each character once', () => {
    for (const lang of ['en', 'fr', 'pl', 'ja']) {
      const points = slicesFor(lang).flatMap(({ points }) => points);
      expect(new Set(points).size).toBe(points.length);
    }
  });

  it('is said to browsers as ranges', () => {
    expect(unicodeRange([0x20, 0x21, 0x22, 0xa0])).toBe('U+20-22,U+A0');
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(0x10ffff)), (points) => {
        const sorted = points.toSorted((a, b) => a - b);
        const read = parseRanges(unicodeRange(sorted)).flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        expect(points.length === 0 ? [] : read).toEqual(sorted);
      }),
    );
  });
});

it('the stand-ins are as high as the typeface once they are as wide', () => {
  const css = styleSheet([]);
  const rules = css.matchAll(/size-adjust:([\d.]+)%;ascent-override:([\d.]+)%/g);
  const heights = Array.from(rules, ([, width, ascent]) => (Number(width) * Number(ascent)) / 100);
  expect(heights).toHaveLength(8);
  for (const height of heights) expect(height).toBeCloseTo(103.6, 0);
});

describe('the files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'galley-typeface-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are named by the style sheet, are light, and are cut once', async () => {
    const { css, first } = await cutTypeface('en', folder);
    const named = Array.from(
      readFileSync(css, 'utf8').matchAll(/url\(\.\/(.+?)\)/g),
      ([, file]) => file,
    );
    const files = readdirSync(path.dirname(css));
    expect([...new Set(named), 'typeface.css'].toSorted()).toEqual(files.toSorted());
    const weight = (style: string) =>
      readFileSync(path.join(path.dirname(css), `latin-${style}.woff2`)).length;
    expect(weight('roman') + weight('bold') + weight('italic')).toBeLessThanOrEqual(45_000);

    const [roman = ''] = first;
    const before = readFileSync(roman);
    rmSync(path.join(path.dirname(css), 'latin-bold.woff2'));
    await cutTypeface('en', folder);
    expect(readdirSync(path.dirname(css))).toHaveLength(files.length - 1);
    // Another language takes its place, and the same bytes come of the same recipe.
    await cutTypeface('de', folder);
    expect(readdirSync(folder)).toHaveLength(1);
    await cutTypeface('en', folder);
    expect(readFileSync(roman)).toEqual(before);
  });
});
