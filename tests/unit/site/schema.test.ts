import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/i18n/format.ts';
import { interfaceFor } from '../../../src/i18n/strings.ts';
import { postData } from '../../../src/store/entry.ts';
import { readFrontMatter } from '../../../src/jekyll/rules/front-matter.ts';
import { outputPath } from '../../../src/jekyll/rules/permalink.ts';
import { readPost, type ReadOptions } from '../../../src/source/read-post.ts';
import { readKeys } from '../../../src/source/post-schema.ts';
import { groupByTerm } from '../../../src/source/terms.ts';
import { formatKinds } from '../../../src/lib/problem.ts';
import { siteSchema } from '../../../src/site/schema.ts';

const site = siteSchema.parse({
  url: 'https://example.org',
  base: '/blog/',
  title: 'Field notes',
  author: { name: 'Ada' },
});
const authors = {
  jane: { name: 'Jane Doe', url: 'https://jane.example', twitter: 'jd' },
  bo: { email: 'bo@example.org' },
  odd: 'text',
};

/** What a front matter says, and what is told of it, as `field: message`. */
function read(yaml: string) {
  const { data } = readFrontMatter(`---\n${yaml}\n---\n`);
  const { frontMatter, problems } = readKeys(data, { site, authors });
  return { ...frontMatter, told: problems.map(({ field }) => field) };
}

describe('nothing is told, and there is no such key, where a value says nothing', () => {
  const keys = [
    'title permalink slug excerpt excerpt_separator description subtitle image author authors',
    'last_modified_at redirect_from alias header cover-img',
  ]
    .join(' ')
    .split(' ');
  const values = ['', 'null', '~', 'false', 'no', "''", "' '", '[]', '{}', '[null, false]'];
  it.each(keys)('%s', (key) => {
    const none = read('');
    for (const value of values) expect(read(`${key}: ${value}`), value).toEqual(none);
  });

  it.each(['comments', 'pin', 'toc'])('%s, where false says no', (key) => {
    for (const value of ['', '~', "''", '[]']) expect(read(`${key}: ${value}`)).toEqual(read(''));
    expect(read(`${key}: off`)).toMatchObject({ [key]: false, told: [] });
  });
});

describe('a value of the wrong shape is told and passed over', () => {
  it.each([
    ['last_modified_at: never', 'last_modified_at'],
    ['last_modified_at: [2024-01-01]', 'last_modified_at'],
    ['permalink: true', 'permalink'],
    ['permalink: [a]', 'permalink'],
    ['slug: {a: b}', 'slug'],
    ['excerpt: true', 'excerpt'],
    ['excerpt: [a, b]', 'excerpt'],
    ['excerpt_separator: [a]', 'excerpt_separator'],
    ['description: {en: Hello}', 'description'],
    ['description: yes', 'description'],
    ['image: [a.jpg, b.jpg]', 'image'],
    ['image: {credit: Ada}', 'image'],
    ['image: "http://["', 'image'],
    ['author: true', 'author'],
    ['author: {picture: a.png}', 'author'],
    ['author: {email: a@example.org}', 'author'],
    ['author: [[a]]', 'author.0'],
    ['comments: disqus', 'comments'],
    ['comments: 12', 'comments'],
    ['toc: left', 'toc'],
    ['toc: "1"', 'toc'],
    ['pin: top', 'pin'],
    ['pin: 2024-01-01', 'pin'],
    ['lang: english', 'lang'],
    ['lang: klingon!', 'lang'],
    ['lang: [de]', 'lang'],
    ['lang: yes', 'lang'],
    ['lang: 5', 'lang'],
    ['redirect_from: {a: /b}', 'redirect_from'],
    ['redirect_from: true', 'redirect_from'],
    ['redirect_from: https://elsewhere.example/x', 'redirect_from'],
    ['redirect_from: //elsewhere.example/x', 'redirect_from'],
    ['redirect_from: /old#part', 'redirect_from'],
    ['redirect_from: /?p=12', 'redirect_from'],
    ['alias: {x: y}', 'alias'],
    ['render_with_liquid: perhaps', 'render_with_liquid'],
  ])('%s', (yaml, field) => {
    const { told, ...rest } = read(yaml);
    expect(told).toEqual([field]);
    expect(rest).toEqual({ ...read(''), told: undefined });
  });

  it('keeps what is right beside it', () => {
    expect(read('redirect_from: [{a: b}, /old/, ~]')).toMatchObject({
      redirect_from: ['/old/'],
      told: ['redirect_from.0'],
    });
    expect(read('image: {path: a.jpg, width: wide, height: 20}')).toMatchObject({
      image: { path: 'a.jpg', width: undefined, height: 20 },
      told: ['image.width'],
    });
    expect(read('author: {name: Ada, url: "javascript:x", email: nobody}')).toMatchObject({
      authors: [{ name: 'Ada' }],
      told: ['author.url', 'author.email'],
    });
  });
});

it.each(['math: katex', 'mermaid: "10.2"', 'layout: [post]', 'series: 5', 'x: {y: z}'])(
  '%s is nobody’s business',
  (yaml) => {
    expect(read(yaml)).toEqual(read(''));
  },
);

describe('titles are printed as Ruby prints them', () => {
  it.each([
    ['2024', '2024'],
    ['1.10', '1.1'],
    ['yes', 'true'],
    ['2024-1-5', '2024-01-05'],
    ['08', '08'],
  ])('%s is %s', (value, title) => {
    expect(read(`title: ${value}`)).toMatchObject({ title, told: [] });
  });

  it('and lists and mappings are told, because somebody meant the brackets', () => {
    expect(read('title: [Release]')).toMatchObject({ title: '["Release"]', told: ['title'] });
    expect(read('title: {a: b}')).toMatchObject({ title: '{"a"=>"b"}', told: ['title'] });
  });
});

describe('covers as themes write them', () => {
  it.each([
    ['image: a.jpg', 'a.jpg'],
    ['image: {path: a.jpg, src: b.jpg}', 'a.jpg'],
    ['image: {feature: a.jpg, teaser: b.jpg, credit: C}', 'a.jpg'],
    ['image: {src: a.jpg, url: https://example.org/}', 'a.jpg'],
    ['image: {url: a.jpg}', 'a.jpg'],
    ['image: {title: t.jpg, thumb: a.jpg}', 'a.jpg'],
    ['image: {path: , src: a.jpg}', 'a.jpg'],
    ['header: {image: a.jpg, teaser: b.jpg}', 'a.jpg'],
    ['header: {overlay_image: a.jpg, overlay_filter: 0.5}', 'a.jpg'],
    ['header: {teaser: a.jpg}', 'a.jpg'],
    ['cover-img: a.jpg', 'a.jpg'],
    ['cover-img: [a.jpg, b.jpg]', 'a.jpg'],
    ['cover-img: [{a.jpg: By Ada}]', 'a.jpg'],
    ['thumbnail-img: a.jpg', 'a.jpg'],
    ['share-img: a.jpg', 'a.jpg'],
    ['image: a.jpg\nheader: {image: b.jpg}', 'a.jpg'],
    ['image: false\nshare-img: a.jpg', 'a.jpg'],
  ])('%j', (yaml, path) => {
    expect(read(yaml)).toMatchObject({ image: { path }, told: [] });
  });

  it.each([
    ['640', 640],
    ['"640"', 640],
    ['640px', 640],
    ['640.0', 640],
    ['100%', undefined],
    ['30em', undefined],
    ['12.5rem', undefined],
    ['auto', undefined],
    ['', undefined],
  ])('a width of %s', (width, pixels) => {
    const { image, told } = read(`image:\n  path: a.jpg\n  width: ${width}`);
    expect(image?.width).toBe(pixels);
    expect(told).toEqual([]);
  });

  it.each(['header: true', 'header: large', 'header: {caption: x}'])('%s is no cover', (yaml) => {
    expect(read(yaml)).toEqual(read(''));
  });
});

describe('authors as themes and exporters write them', () => {
  const url = 'https://example.org/ada';
  it.each([
    ['author: Ada', [{ name: 'Ada' }]],
    ['author: 007', [{ name: '7' }]],
    ['authors: [Ada, {name: Bo}]', [{ name: 'Ada' }, { name: 'Bo' }]],
    ['author: {display_name: Ada, login: al}', [{ name: 'Ada' }]],
    ['author: {first_name: Ada, last_name: Lovelace}', [{ name: 'Ada Lovelace' }]],
    ['author: {login: al}', [{ name: 'al' }]],
    ['author: {twitter: "@ada"}', [{ name: 'ada' }]],
    [`author: {name: Ada, uri: ${url}}`, [{ name: 'Ada', url }]],
    [`author: {name: Ada, website: ${url}}`, [{ name: 'Ada', url }]],
    ['author: {name: Ada, url: example.org/ada}', [{ name: 'Ada', url }]],
    ['author: {name: Ada, url: //example.org/ada}', [{ name: 'Ada', url }]],
    ['author: {name: Ada, url: /ada/}', [{ name: 'Ada', url: 'https://example.org/blog/ada/' }]],
    [
      'author: {name: Ada, url: mailto:a@example.org}',
      [{ name: 'Ada', url: 'mailto:a@example.org' }],
    ],
    ['author: {name: Ada, url: , email: }', [{ name: 'Ada' }]],
    ['author: {name: Ada, email: a@example.org}', [{ name: 'Ada', email: 'a@example.org' }]],
    ['author: jane', [{ name: 'Jane Doe', url: 'https://jane.example' }]],
    ['author: [jane, Max]', [{ name: 'Jane Doe', url: 'https://jane.example' }, { name: 'Max' }]],
    [
      'author: {name: Ada, fediverse: ada@social.example}',
      [{ name: 'Ada', fediverse: '@ada@social.example' }],
    ],
    ['author: {name: Ada, fediverse: "@ada"}', [{ name: 'Ada' }]],
    ['author: {name: Ada, bio: " Counts. "}', [{ name: 'Ada', bio: 'Counts.' }]],
    ['author: {name: Ada, bio: [Counts]}', [{ name: 'Ada' }]],
    ['author: bo', [{ name: 'bo', email: 'bo@example.org' }]],
    ['author: odd', [{ name: 'odd' }]],
    ['author: constructor', [{ name: 'constructor' }]],
    ['author: Bo\nauthors: Ada', [{ name: 'Ada' }]],
  ])('%j', (yaml, authors) => {
    expect(read(yaml)).toMatchObject({ authors, told: [] });
  });
});

describe('languages', () => {
  it.each([
    ['pt_BR', 'pt-BR'],
    ['en_US.UTF-8', 'en-US'],
    ['no', 'no'],
    ['"no"', 'no'],
    ['', undefined],
    ["''", undefined],
  ])('%s', (value, lang) => {
    expect(read(`lang: ${value}`)).toMatchObject({ lang, told: [] });
  });
});

it('a subtitle is the description where there is none', () => {
  expect(read('subtitle: Under')).toMatchObject({ description: 'Under', told: [] });
  expect(read('subtitle: Under\ndescription: Over')).toMatchObject({ description: 'Over' });
  expect(read('subtitle: [a]')).toEqual(read(''));
});

it('a redirect may name the whole address of a page of this site', () => {
  expect(read('redirect_from: [https://example.org/blog/old/, x/, /y]')).toMatchObject({
    redirect_from: ['/old/', '/x/', '/y'],
    told: [],
  });
});

describe('keys that read like a known one', () => {
  it.each([
    'Title',
    'tittle',
    'titel',
    'Tags',
    'TAGS',
    'catagories',
    'descripton',
    'redirect-from',
    'lastModifiedAt',
    'Permalink',
  ])('%s is told', (key) => {
    expect(read(`${key}: x`).told).toEqual([key]);
  });

  it.each([
    'table',
    'total',
    'images',
    'topic',
    'page',
    'cover',
    'tagline',
    'style',
    'status',
    'slides',
    'note',
    'long',
    'topics',
    'target',
    'published',
  ])('%s is the owner’s own', (key) => {
    expect(read(`${key}: x`).told).toEqual([]);
  });

  it('is the owner’s own where the known one is there too', () => {
    expect(read('title: a\nTitle: b').told).toEqual([]);
  });
});

/** Front matters in the property below; a hundred thousand take some minutes. */
const RUNS = 400;

it('every front matter is built, withheld, or refused for what decides', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      ...'~ true false yes no 0 1 -1 1.5 .inf 08 2024-01-01 2099-01-01 "" " " \'\' [] {} left 100% a/b /x/ https://example.org/a //x http://[ ../.. pt_BR en ! !x !!int !!binary '.split(
        ' ',
      ),
    ),
    fc.constantFrom(
      '2024-01-01 10:00:00',
      '2024-01-01 10:00:00 -0400',
      '!x 5',
      '!!int "5"',
      '!!binary w6Q=',
      '!!set {a}',
      ':year/:nope/',
      '&a b',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => JSON.stringify(text)),
    fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
  );
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { weight: 4, arbitrary: scalar },
      fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(...'path src url name email width height alt feature a'.split(' ')),
            tie('value'),
          ),
          { maxLength: 3 },
        )
        .map((pairs) => `{${pairs.map(([key, item]) => `${key}: ${item}`).join(', ')}}`),
    ),
  }));
  const key = fc.constantFrom(
    ...'title date published draft unlisted layout permalink slug excerpt excerpt_separator description subtitle image header cover-img author authors comments pin series toc math mermaid lang redirect_from alias last_modified_at render_with_liquid categories category tags tag Title tittle x'.split(
      ' ',
    ),
  );
  const frontMatter = fc.array(fc.tuple(key, value), { maxLength: 5 });
  const options: ReadOptions = { site, now: Date.parse('2026-06-01'), drafts: false, authors };
  const isAboutPublication = /^(?:published|draft|unlisted|date)\b/;
  const isAboutReading = /the front matter is not YAML|expected keys and values/;

  fc.assert(
    fc.property(frontMatter, (pairs) => {
      const yaml = pairs.map(([key, value]) => `${key}: ${value}`).join('\n');
      const bytes = new TextEncoder().encode(`---\n${yaml}\n---\nText.\n`);
      const reading = readPost('2024-01-02-post.md', bytes, options);
      if (reading.kind === 'withheld') return;
      if (reading.kind === 'post') {
        const { post } = reading;
        const data = postData(post, 'src/content/posts', post.body, site, (text) => text);
        formatDate(data.date.time, 'long', data.lang ?? site.lang, site.timeZone);
        interfaceFor(data.lang ?? site.lang);
        outputPath(data.url);
        groupByTerm([data], 'tags', ({ tags }) => tags);
        formatKinds(reading.warnings);
        return;
      }
      for (const { field = '', message } of reading.problems) {
        const isReason = isAboutPublication.test(field) || isAboutReading.test(message);
        expect(isReason, `${yaml}\n${field}: ${message}`).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
});
