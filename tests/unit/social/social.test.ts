import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { siteSchema } from '../../../src/site/schema.ts';
import { socialCard, socialImagePath, type Card } from '../../../src/social/card.ts';
import { drawing, widthOf } from '../../../src/social/drawing.ts';
import { familiesFor, parseRanges } from '../../../src/social/fonts.ts';
import { drawSocialImages } from '../../../src/social/draw.ts';

const card = (title: string, lang = 'en'): Card => ({
  title,
  lang,
  site: 'Blog',
  date: '1 May 2026',
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-social-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function draw(...cards: Card[]) {
  const { images, drawn } = await drawSocialImages(cards, folder);
  const files = new Map(images.map((image) => [image.path, image.file]));
  const fileOf = (card: Card) => files.get(socialImagePath(card)) ?? '';
  return { drawn, images: images.length, fileOf };
}

describe('the path of an image', () => {
  it('tells nothing of the post, and changes with what the image says', () => {
    expect(socialImagePath(card('A'))).toMatch(/^\/social\/[0-9a-f]{32}\.png$/);
    expect(socialImagePath(card('A'))).toBe(socialImagePath(card('A')));
    expect(socialImagePath(card('A'))).not.toBe(socialImagePath(card('B')));
    expect(socialImagePath(card('A'))).not.toBe(socialImagePath(card('A', 'de')));
  });
});

describe('the card of a post', () => {
  const site = siteSchema.parse({
    url: 'https://tea.example',
    title: 'Tea',
    author: { name: 'A' },
    timeZone: 'Asia/Tokyo',
  });
  const date = { time: Date.UTC(2026, 0, 1, 22), offset: 0 };

  it('says the date as its readers write it, on the clock of the site', () => {
    expect(socialCard({ title: 'A', date }, site)).toMatchObject({ date: 'January 2, 2026' });
    expect(socialCard({ title: 'A', date, lang: 'de' }, site)).toEqual({
      title: 'A',
      site: 'Tea',
      date: '2. Januar 2026',
      lang: 'de',
    });
  });

  it('is none where the post has an image', () => {
    expect(socialCard({ title: 'A', date, image: true }, site)).toBeUndefined();
    const none = { ...site, show: { ...site.show, socialImages: false } };
    expect(socialCard({ title: 'A', date }, none)).toBeUndefined();
  });
});

it('cards and the icon have the red of the pages', () => {
  const read = (file: string) => readFileSync(file, 'utf8');
  const [, accent = 'none'] =
    /--accent: light-dark\((#\w+)/.exec(read('src/styles/tokens.css')) ?? [];
  const colours = (text: string) => new Set(text.match(/#[\da-f]{6}\b/g));
  expect(colours(read('public/favicon.svg'))).toEqual(new Set([accent]));
  expect(colours(JSON.stringify(drawing(card('A'))))).toContain(accent);
});

describe('the fonts', () => {
  it.each([
    ['ja', 'noto-serif-jp'],
    ['zh', 'noto-serif-sc'],
    ['zh-TW', 'noto-serif-tc'],
    ['zh-Hant', 'noto-serif-tc'],
    ['ko', 'noto-serif-kr'],
    ['en', 'source-serif-4'],
    ['ar', 'source-serif-4'],
  ])('of %s begin with %s', (lang, family) => {
    expect(familiesFor(lang)[0]).toBe(family);
    expect(new Set(familiesFor(lang)).size).toBe(familiesFor('en').length);
  });

  it('are chosen by ranges as in CSS', () => {
    expect(parseRanges('U+0370-0377, U+037A,u+1f600')).toEqual([
      [0x370, 0x377],
      [0x37a, 0x37a],
      [0x1f600, 0x1f600],
    ]);
  });
});

describe('the drawing', () => {
  it('counts Chinese, Japanese and Korean letters twice', () => {
    expect(widthOf('abc')).toBe(3);
    expect(widthOf('日本、한')).toBe(8);
    expect(widthOf('👩‍👩‍👧')).toBe(5);
  });

  it('runs from right to left where the language does', () => {
    expect(drawing(card('שלום', 'he'))).toMatchObject({ dir: 'rtl', lang: 'he' });
    expect(drawing(card('Hello'))).toMatchObject({ dir: 'ltr', lang: 'en' });
  });
});

describe('the images', () => {
  it('are PNG of 1200 × 630 for every title', async () => {
    const cards = [
      card('Short'),
      card('日本語で書く', 'ja'),
      card('ما لا يخبرك به أحد', 'ar'),
      card('Ship it 🚀 👩‍👩‍👧‍👦 🇦🇹 1️⃣'),
      card('A title without end '.repeat(60)),
      card('Onewordwithoutend'.repeat(60)),
      card('<b>&amp;'),
    ];
    const { fileOf } = await draw(...cards);
    for (const each of cards) {
      expect(await sharp(fileOf(each)).metadata()).toMatchObject({
        format: 'png',
        width: 1200,
        height: 630,
      });
    }
  });

  it.each([
    ['日本語', '中文字', 'ja'],
    ['שלום', 'אבגד', 'he'],
    ['🚀', '😀', 'en'],
    ['हिन्दी', 'लेखन', 'hi'],
  ])('%s is drawn, not boxes in its place', async (a, b, lang) => {
    const { fileOf } = await draw(card(a, lang), card(b, lang));
    // Characters that no font has all look alike.
    expect(readFileSync(fileOf(card(a, lang)))).not.toEqual(readFileSync(fileOf(card(b, lang))));
  });

  it('keep inside their margins, however long the title is', async () => {
    const long = card('Onewordwithoutend'.repeat(60));
    const { fileOf } = await draw(long);
    const margin = await sharp(fileOf(long))
      .extract({ left: 1200 - 90, top: 60, width: 50, height: 500 })
      .grayscale()
      .raw()
      .toBuffer();
    expect(new Set(margin).size).toBe(1);
  });

  it('are drawn once, and again only for what has changed', async () => {
    expect(await draw(card('A'), card('B'))).toMatchObject({ images: 2, drawn: 2 });
    for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), 'kept');
    const { fileOf, ...rest } = await draw(card('A'), card('C'));
    expect(rest).toEqual({ images: 2, drawn: 1 });
    expect(readFileSync(fileOf(card('A')), 'utf8')).toBe('kept');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('are there for each of two titles that look the same', async () => {
    const [a, b] = [card('Two  words'), card('Two words')];
    const { fileOf, drawn } = await draw(a, b);
    expect(drawn).toBe(1);
    expect(readFileSync(fileOf(a))).toEqual(readFileSync(fileOf(b)));
  });

  it('are one for posts that say the same', async () => {
    expect(await draw(card('A'), card('A'))).toMatchObject({ images: 1, drawn: 1 });
  });
});
