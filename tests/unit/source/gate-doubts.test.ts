import { mkdirSync, mkdtempSync, linkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../../src/audit/sources.ts';
import { readPages } from '../../../src/source/read-page.ts';
import { draftsElsewhere } from '../../../src/source/drafts-elsewhere.ts';
import { readFolder } from '../../../src/source/folder.ts';
import { readPost } from '../../../src/source/read-post.ts';
import { POSTS_FOLDER } from '../../../src/site/paths.ts';
import { siteSchema, type SiteConfig } from '../../../src/site/schema.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');

const optionsFor = (config: Partial<SiteConfig> = {}) => ({
  site: siteSchema.parse({
    url: 'https://example.org',
    title: 'T',
    author: { name: 'A' },
    ...config,
  }),
  now: NOW,
  drafts: false,
});

/** What comes of a post: its status, or each problem as `line field: message · hint`. */
function judge(yaml: string, name = '2026-01-01-x.md', config: Partial<SiteConfig> = {}) {
  const text = `---\n${yaml}\n---\nText\n`;
  const reading = readPost(name, new TextEncoder().encode(text), optionsFor(config));
  if (reading.kind === 'unreadable') {
    return reading.problems
      .map(({ line, field, message, hint }) => `${line} ${field}: ${message} · ${hint}`)
      .join('\n');
  }
  return reading.kind === 'post' ? reading.post.verdict.status : reading.verdict.status;
}

function warningsOf(yaml: string, config: Partial<SiteConfig> = {}) {
  const text = `---\n${yaml}\n---\nText\n`;
  const reading = readPost('2026-01-01-x.md', new TextEncoder().encode(text), optionsFor(config));
  return reading.kind === 'unreadable' ? reading.problems : reading.warnings;
}

it.each([
  ['latin1', 'title: caf\xe9', 2],
  ['latin1', 'title: x\n---\n\nna\xefve', 5],
  ['utf16le', 'title: x', 1],
] as const)('a text in %s is told at the line where that begins: %j', (encoding, yaml, line) => {
  const bytes = Buffer.from(`${encoding === 'utf16le' ? '\ufeff' : ''}---\n${yaml}\n`, encoding);
  expect(readPost('2026-01-01-x.md', bytes, optionsFor())).toMatchObject({
    problems: [{ line, message: 'expected text in UTF-8', hint: expect.stringContaining('UTF-8') }],
  });
});

describe('a deciding key that stands twice', () => {
  it.each([
    ['published: false\npublished: true', /^3 published: .*false, true/],
    ['draft: true\ntitle: x\ndraft: false', /^4 draft: .*true, false/],
    ['published: false\n"published": yes', /^3 published: .*false, true/],
    ['date: 2099-01-01\ndate: 2020-01-01', /^3 date: .*2099/],
    ['unlisted: yes\n"unlist\\x65d": no', /unlisted: .*true, false/],
    ['{published: false, title: x, published: true}', /published: .*false, true/],
    ['published: true\npublished: false', /^3 published/],
  ])('%j', (yaml, expected) => {
    expect(judge(yaml)).toMatch(expected);
  });

  it.each([
    ['published: true\npublished: "yes"', 'published'],
    ['draft: true\ndraft: yes', 'draft'],
    ['title: a\ntitle: b', 'published'],
  ])('%j agrees', (yaml, status) => {
    expect(judge(yaml)).toBe(status);
  });
});

describe('a key in other letters', () => {
  it.each([
    ['ｐｕｂｌｉｓｈｅｄ: false', /published.*U\+FF50/s],
    ['publіshеd: false', /U\+0456, U\+0435/],
    ['ԁrаft: true', /`draft`/],
    ['"\u00a0published": false', /U\+00A0/],
    ['dra\u200bft: true', /`draft`.*U\+200B/s],
    ['unlıstėd: true', /`unlisted`/],
    ['рυblιѕһеԁ: false', /`published`/],
  ])('%j', (yaml, expected) => {
    expect(judge(yaml)).toMatch(expected);
  });
});

it.each([
  'title: x\npublished\u00a0: false',
  'title: x\npubl\u200bished: no',
  'title: x\nPUBLISHED: FALSE',
  'title: x\npublished: fal\u200bse',
  'published: false\npublished: true',
])('what is wrong with one line is told once, with the line: %j', (yaml) => {
  expect(judge(yaml)).toMatch(/^3 .*(?<!\n)$/);
});

describe('a key that only contains the word', () => {
  it.each([
    ['post.published: false', /^2 post\.published: .*`published`/],
    ['post-draft: yes', /`draft`/],
    ['not_published: true', /`published`/],
    ['showAsUnlisted: on', /`unlisted`/],
  ])('%j', (yaml, expected) => {
    expect(judge(yaml)).toMatch(expected);
  });

  it.each([
    'first_published: 1999',
    'draft_number: 3',
    'edition_published: Nature',
    'was_draft: false',
  ])('%j is a key of its own', (yaml) => {
    expect(judge(yaml)).toBe('published');
  });
});

describe('a deciding key that is nested or swallowed', () => {
  it.each([
    ['image:\n  path: /x.png\n  published: false', /^4 published: .*no effect/],
    ['author:\n name: N\n draft: true', /^4 draft/],
    ['params: {draft: true}', /^2 params\.draft: .*below another key/],
    ['params: {_draft: true}', /^2 params\._draft: .*below another key/],
    ['a: {b: [{published: no}]}', /^2 a\.b\.published/],
    ['tags:\n  - a\n  - unlisted: true', /^4 unlisted/],
    ['description: >\n  Some words.\n  published: false', /^4 published/],
    ['description: "Some words\n  published: false"', /^3 published|no effect/],
    ["title: 'open\ndraft: true\nsubtitle: shut'", /^3 draft/],
    ['title: T\n  published:false', /^3 published/],
    ['excerpt: |\n  a\n\n  "draft": "yes",\n', /^5 draft/],
  ])('%j', (yaml, expected) => {
    expect(judge(yaml)).toMatch(expected);
  });

  it.each([
    '# published: false',
    'description: "Say published: false to hide a post"',
    'image: {path: /x.png, published: 1999}',
    'book:\n  published: true',
    'excerpt: |\n  # draft: true\n',
    'title: Draft, published',
  ])('%j is innocent', (yaml) => {
    expect(judge(yaml)).toBe('published');
  });

  it.each(['published: false\nauthor: {draft: true}', 'draft: yes\ntext: |\n  published: false'])(
    '%j holds back anyway',
    (yaml) => {
      expect(judge(yaml)).toBe('draft');
    },
  );
});

describe('keys near date', () => {
  it.each([
    'Date: 2099-01-01',
    'DATE: 2099-01-01 10:00',
    'dates: [2020-01-01, 2099-01-01]',
    'pubDate: 2099-01-01T00:00:00Z',
    'publishDate: "June 3, 2099"',
    'publish_date: 2099-01-01',
    'published_date: 2099-01-01',
    'scheduled: 2099-01-01',
    'embargo_until: 2099-01-01',
    'dаte: 2099-01-01',
    'Date: tomorrow',
    'scheduled: true',
    'datetime: 2099-01-01',
    'publishing: 2099-01-01',
    'publishedAt: 2099-01-01',
    'pub_time: "2099-01-01 10:00"',
    'visible-after: 2099-01-01',
    'hide_until: 2099-01-01',
    'valid_from: 2099-01-01',
    'дата: 2099-01-01',
    '日付: 2099-01-01',
  ])('%s does not hold a post back, which is told', (yaml) => {
    expect(judge(yaml)).toMatch(/^2 .*no such key holds a post back.*Did you mean `date`/);
  });

  it.each(['expiryDate: 2020-01-01', 'expires: 2026-05-31', 'unpublishDate: 2020-01-01 10:00'])(
    '%s does not take a post back, which is told',
    (yaml) => {
      expect(judge(yaml)).toMatch(/^2 .*no such key takes a post back/);
    },
  );

  it.each([
    'Date: 2020-01-01',
    'pubDate: 2020-01-01',
    'publishedAt: 2020-01-01',
    'published_on: "2020-01-01 10:00"',
    'post: true',
    'publishing: true',
    'time: "10:00:00"',
    'event_date: 2099-01-01',
    'data: x',
    'rate: 2099',
    'updated: 2026-07-01',
  ])('%s is innocent', (yaml) => {
    expect(judge(yaml)).toBe('published');
  });

  it('decide nothing where the future is published', () => {
    expect(judge('pubDate: 2099-01-01', undefined, { future: true })).toBe('published');
  });
});

describe('places that read like drafts', () => {
  it.each([
    'draft/2026-01-01-x.md',
    'Draft/2026-01-01-x.md',
    'drafts /2026-01-01-x.md',
    ' drafts/2026-01-01-x.md',
    'my drafts/2026-01-01-x.md',
    'old-drafts/2026-01-01-x.md',
    'ｄｒａｆｔｓ/2026-01-01-x.md',
    'drafts\u200b/2026-01-01-x.md',
    'darfts/2026-01-01-x.md',
    'a/drafs/b/2026-01-01-x.md',
    'дrafts/2026-01-01-x.md',
    '2026-01-01-x.draft.md',
    '2026-01-01-x.drafts.markdown',
    '2026-01-01-_x.md',
    '2026-01-01-.x.md',
    '2026-01-01-x (draft).md',
    '2026-01-01-DRAFT-x.md',
    '\u200b_2026-01-01-x.md',
    '＿x/2026-01-01-x.md',
    'myDrafts/2026-01-01-x.md',
    'PostDrafts/2026-01-01-x.md',
    'draftposts/2026-01-01-x.md',
    '2026-01-01-x [wip].md',
    '2026-01-01-WIP-x.md',
    '2026-01-01-x-do-not-publish.md',
  ])('%j stops', (name) => {
    expect(judge('title: x', name)).toMatch(/(?:folder|file name): .*reads as if it should/);
  });

  it('say nothing of posts that hold themselves back', () => {
    expect(judge('published: false', 'draft/2026-01-01-x.md')).toBe('draft');
  });

  it.each([
    'crafts/2026-01-01-x.md',
    'drafting-legislation/2026-01-01-x.md',
    'grants/2026-01-01-x.md',
    'charts/2026-01-01-x.md',
    'rafts/2026-01-01-x.md',
    'daft-punk/2026-01-01-x.md',
    'overdrafts/2026-01-01-x.md',
    'updrafts/2026-01-01-x.md',
    '2026-01-01-x-wip.md',
    '2026-01-01-the-draft-of-a-law.md',
    '2026-01-01-draft.md',
    '2026-01-01-a_b.md',
    '2026-01-01-draft.js-in-use.md',
  ])('%j is innocent', (name) => {
    expect(judge('title: x', name)).toBe('published');
  });
});

describe('dates that can be read in two ways', () => {
  it.each([
    ['date: 12.12.26', /2012-12-26 or as 2026-12-12/],
    ['date: "12/5/2026"', /2026-05-12 or as 2026-12-05/],
    ['date: 10-11-26', /2010-11-26/],
    ['date: 26 Dec 12', /2012-12-26|2026-12-12/],
  ])('%s', (yaml, expected) => {
    expect(judge(yaml)).toMatch(expected);
  });

  it('in a file name', () => {
    expect(judge('title: x', '12-12-26-x.md')).toMatch(/file name: can be read as/);
  });

  it.each(['date: 1/2/2020', 'date: 2026-05-12', 'date: 2026/5/12', 'date: 12 May 2026'])(
    '%s is clear',
    (yaml) => {
      expect(judge(yaml)).toBe('published');
    },
  );
});

describe('the form of a date that is UTC', () => {
  const zone = { timeZone: 'America/New_York' };
  it.each(['date: 2026-07-01 10:00:00', 'date: 2026-07-01T10:00:00', 'date: 2026-06-01 10:00:00'])(
    '%s is warned of',
    (yaml) => {
      expect(warningsOf(yaml, zone)).toMatchObject([
        { line: 2, field: 'date', message: expect.stringMatching(/UTC.*-04:00/) },
      ]);
    },
  );

  it.each([
    ['date: 2026-07-01 10:00', zone],
    ['date: "2026-07-01 10:00:00"', zone],
    ['date: 2026-07-01', zone],
    ['date: 2026-07-01 10:00:00 -0400', zone],
    ['date: 2026-07-01 10:00:00Z', zone],
    ['date: 2020-07-01 10:00:00', zone],
    ['date: 2026-07-01 10:00:00', {}],
  ])('%s is not', (yaml, config) => {
    expect(warningsOf(yaml, config)).toEqual([]);
  });
});

describe('idioms of other generators', () => {
  it.each([
    ['status: draft', 'draft'],
    ['Status: Private', 'draft'],
    ['visibility: hidden', 'draft'],
    ['private: true', 'draft'],
    ['layout: draft', 'draft'],
    ['_build: {render: never}', 'draft'],
    ['headless: true', 'draft'],
    ['render: false', 'draft'],
    ['hidden: true', 'unlisted'],
    ['eleventyExcludeFromCollections: true', 'unlisted'],
    ['listed: no', 'unlisted'],
    ['sitemap: false', 'published'],
    ['noindex: true', 'published'],
    ['robots: noindex, nofollow', 'published'],
    ['active: false', 'published'],
    ['expiryDate: 2099-01-01', 'published'],
    ['post_status: auto-draft', 'draft'],
    ['status: Not published.', 'draft'],
    ['status: [Draft]', 'draft'],
    ['privacy: only me', 'draft'],
    ['stage: draft', 'draft'],
    ['confidential: yes', 'draft'],
    ['work_in_progress: true', 'draft'],
    ['public: false', 'draft'],
    ['password: hunter2', 'draft'],
    ['extra: {hidden: true}', 'unlisted'],
    ['meta:\n  status: draft', 'draft'],
    ['ready: no', 'published'],
    ['exclude: true', 'published'],
    ['status: in review', 'published'],
    ['draft_status: draft', 'draft'],
    ['status: Do not publish!', 'draft'],
    ['state: embargoed', 'draft'],
    ['Entwurf: yes', 'draft'],
    ['brouillon: true', 'draft'],
    ['черновик: true', 'draft'],
    ['下書き: yes', 'draft'],
    ['publié: no', 'draft'],
    ['опубликовано: false', 'draft'],
    ['status: draft\npublished: true', 'published'],
    ['status: draft\ndate: 2099-01-01', 'draft'],
  ])('%j: %s, with a warning', (yaml, status) => {
    expect(judge(yaml)).toBe(status);
    expect(warningsOf(yaml)).toMatchObject([{ file: `${POSTS_FOLDER}/2026-01-01-x.md`, line: 2 }]);
    expect(judge(yaml, undefined, { idioms: 'strict' })).toMatch(/^2 .*key of other programs/);
  });

  it.each([
    'status: publish',
    'visibility: public',
    'hidden: false',
    'type: post',
    'sitemap: true',
    'status: in use',
    'access: open',
    'audience: beginners',
    'password:',
    'hide: [navigation]',
    'book: {hidden: true}',
    'stage: Globe Theatre',
    'state: California',
    'concept: a machine that thinks',
    'entwurf: false',
    'publié: true',
  ])('%s says nothing', (yaml) => {
    expect(judge(yaml)).toBe('published');
    expect(warningsOf(yaml)).toEqual([]);
  });
});

describe('files', () => {
  let root = '';
  const write = (file: string, text: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const posts = `${POSTS_FOLDER}/`;

  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'galley-gate-'));
    write(`${posts}_drafts/secret.md`, '---\ntitle: Secret\n---\nText\n');
    write(`${posts}2026-01-01-public.md`, '---\ntitle: Public\n---\nText\n');
    write(`${posts}_drafts/half.md`, '---\ntitle: "open\n---\nText\n');
    write(`${posts}_drafts/latin1.md`, Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1'));
    write('_drafts/elsewhere.md', 'Text\n');
    const link = (from: string, to: string) => symlinkSync(from, path.join(root, posts, to));
    link('_drafts/secret.md', '2026-01-02-link.md');
    link('2026-01-01-public.md', '2026-01-03-link.md');
    link('../../../_drafts/elsewhere.md', '2026-01-04-link.md');
    link('2026-01-02-link.md', '2026-01-07-chain.md');
    link(path.join(root, posts, '_drafts/secret.md'), '2026-01-08-whole.md');
    link('_drafts', 'latest');
    mkdirSync(path.join(root, 'src/content/pages'), { recursive: true });
    symlinkSync('../posts/_drafts/secret.md', path.join(root, 'src/content/pages', 'linked.md'));
    linkSync(
      path.join(root, posts, '_drafts/secret.md'),
      path.join(root, posts, '2026-01-05-x.md'),
    );
    linkSync(path.join(root, '_drafts/elsewhere.md'), path.join(root, posts, '2026-01-06-x.md'));
    write('src/content/_drafts/list.yml', 'name: a list\n');
    write('Drafts/deep/words.rst', 'Words\n');
    write('Drafts/deep/utf16.txt', Buffer.from('\ufeffWords\n', 'utf16le'));
    write('Drafts/picture.png', new Uint8Array([137, 80, 0, 0]));
    write('notes/other.md', 'Text\n');
    write('src/content/pages/later.md', '---\ndate: 2099-01-01\n---\nText\n');
    write('src/content/pages/quiet.md', '---\nunlisted: true\n---\nText\n');
    write('src/content/pages/someday.md', '---\ndate: tomorrow\n---\nText\n');
    write('src/content/pages/toml.md', '+++\ndraft = true\n+++\nText\n');
    write('src/content/pages/_half.md', '---\ntitle: "open\n---\nText\n');
    write('src/pages/about.md', '---\ndraft: true\n---\nText\n');
    write('src/pages/deep/now.mdx', 'Text\n');
    write('src/pages/deep/er/[slug].MD', 'Text\n');
    write('src/pages/index.markdown', '---\ndate: 2099-01-01\n---\n');
    write('src/pages/notes.mkdn', 'published: false\n');
    write('src/pages/index.astro', '<p />\n');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('that are links to drafts are drafts, and half-written drafts stop nobody', () => {
    const folder = readFolder(root, optionsFor());
    expect(folder.problems).toEqual([]);
    expect(folder.posts.map(({ path }) => path)).toEqual([
      '2026-01-01-public.md',
      '2026-01-03-link.md',
    ]);
    expect(folder.withheld.map(({ path }) => path)).toEqual([
      '2026-01-02-link.md',
      '2026-01-04-link.md',
      '2026-01-05-x.md',
      '2026-01-06-x.md',
      '2026-01-07-chain.md',
      '2026-01-08-whole.md',
      '_drafts/half.md',
      '_drafts/latin1.md',
      '_drafts/secret.md',
      'latest/half.md',
      'latest/latin1.md',
      'latest/secret.md',
    ]);
  });

  it('that are drafts elsewhere are known, whatever their ending', () => {
    expect(draftsElsewhere(root).toSorted()).toEqual([
      'Drafts/deep/utf16.txt',
      'Drafts/deep/words.rst',
      '_drafts/elsewhere.md',
      'src/content/_drafts/list.yml',
    ]);
    const hidden = readSources(root, optionsFor().site, NOW).hidden.map(({ file }) => file);
    expect(hidden).toEqual(expect.arrayContaining(draftsElsewhere(root)));
  });

  it('of pages wait for their date, are kept out of lists, and lie in one place', () => {
    const { pages, withheld, problems } = readPages(root, optionsFor());
    expect(withheld).toEqual(['_half.md', 'later.md', 'linked.md']);
    expect(pages).toMatchObject([{ path: 'quiet.md', data: { unlisted: true } }]);
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'src/pages/about.md:undefined',
      'src/pages/deep/er/[slug].MD:undefined',
      'src/pages/deep/now.mdx:undefined',
      'src/pages/index.markdown:undefined',
      'src/pages/notes.mkdn:undefined',
      'src/content/pages/someday.md:2',
      'src/content/pages/toml.md:1',
    ]);
  });
});

describe('what reads like a draft and is published, with a warning', () => {
  it.each([
    'title: "[DRAFT] Tea"',
    'title: "DRAFT: Tea"',
    'title: Tea (draft)',
    'title: DO NOT PUBLISH',
    'tags: [tea, Draft]',
    'category: _drafts',
  ])('%s', (yaml) => {
    expect(judge(yaml)).toBe('published');
    expect(warningsOf(yaml)).toMatchObject([
      { line: 2, message: expect.stringContaining('reads as if') },
    ]);
    expect(warningsOf(`${yaml}\npublished: true`)).toEqual([]);
  });

  it.each([
    'title: Draft beer',
    'title: "Drafts: why"',
    'title: Do not publish in haste',
    'tags: drafting',
  ])('but not %s', (yaml) => expect(warningsOf(yaml)).toEqual([]));
});

describe('a wish in words of its own', () => {
  it.each([
    'do_not_publish: true',
    "don't publish: yes",
    'dg-publish: false',
    'publishable: no',
    'publishing: false',
    'notBefore: 2099-01-01',
    'publishedTime: 2099-01-01',
    '{title: x, published:false}',
    '{title: x, draft=true}',
    'title: x\n#+DRAFT: true',
    'date: "2o99-01-01"',
    'date: 2026-01-01 or 2099-01-01',
  ])('%s stops', (yaml) => {
    expect(judge(yaml)).not.toMatch(/^(?:published|unlisted|draft|scheduled)$/);
  });

  it.each([
    'do_not_publish: false',
    'dg-publish: true',
    'publish_to_mastodon: false',
    'published_in: Nature',
    'published_by: Ada',
    'date: 2026-01-01 or 2026-02-02',
  ])('%s does not', (yaml) => {
    expect(judge(yaml)).toBe('published');
  });
});

describe('folders named as if they hid a post', () => {
  const warningsIn = (folder: string, yaml: string, config: Partial<SiteConfig> = {}) => {
    const bytes = new TextEncoder().encode(`---\n${yaml}\n---\nText\n`);
    const reading = readPost(`${folder}/2026-01-01-x.md`, bytes, optionsFor(config));
    return reading.kind === 'unreadable' ? reading.problems : reading.warnings;
  };

  it.each([
    'wip',
    'Private',
    'news/unpublished',
    'hidden/_posts',
    ' internal',
    'Entwürfe',
    '下書き',
    'not-published',
    'unlisted',
    'Черновики',
  ])('%j', (folder) => {
    expect(warningsIn(folder, 'title: x')).toMatchObject([
      { field: 'folder', message: expect.stringContaining('hides nothing') },
    ]);
  });

  it.each([
    ['wip', 'published: true'],
    ['wip', 'draft: no'],
    ['wip', 'published: false'],
    ['wip', 'date: 2099-01-01'],
    ['private-gardens', 'title: x'],
    ['_wip', 'title: x'],
  ])('but not %j with %j', (folder, yaml) => {
    expect(warningsIn(folder, yaml)).toEqual([]);
  });
});

/** Front matter that wants to hold a post back, and fails to say so in YAML's and Galley's words. */
const WISHES = fc.oneof(
  fc
    .record({
      key: fc.constantFrom('published', 'draft', 'unlisted'),
      shape: fc.constantFrom<(pair: string) => string>(
        (pair) => `image:\n  path: /x\n  ${pair}`,
        (pair) => `params: {${pair}}`,
        (pair) => `list:\n  - a: b\n    ${pair}`,
        (pair) => `text: |\n  words\n  ${pair}`,
        (pair) => `text: "open\n  ${pair}\n  shut"`,
        (pair) => `title: x\n  ${pair.replace(': ', ':')}`,
        (pair) => `${pair}\n${/^\w+/.exec(pair)?.[0]}: ${pair.startsWith('p')}`,
        (pair) => `post.${pair}`,
        (pair) => pair.replace(/^./, (first) => first.toUpperCase()),
        (pair) => pair.replace('i', '\u0456').replace('a', '\u0430'),
        (pair) => pair.replace(/^../, (start) => `${start}\u200b`),
      ),
    })
    .map(({ key, shape }) => shape(`${key}: ${key === 'published' ? 'false' : 'true'}`)),
  fc
    .record({
      key: fc.constantFrom('Date', 'dates', 'pubDate', 'publish_date', 'scheduled', 'd\u0430te'),
      value: fc.constantFrom('2099-01-01', '"2030-02-03 10:00"', '2026-06-01 12:00:01 +0000'),
    })
    .map(({ key, value }) => `${key}: ${value}`),
);

it('no wish to hold a post back is passed over', () => {
  const other = fc.subarray(['title: x', 'layout: post', 'tags: [a, b]', 'description: words']);
  fc.assert(
    fc.property(WISHES, other, (wish, others) => {
      const keys = others.filter((line) => !wish.includes(line.split(':')[0] ?? ''));
      expect(judge([...keys, wish].join('\n'))).not.toMatch(/^(?:published|unlisted)$/);
    }),
    { numRuns: 500 },
  );
});

it('nothing innocent stops', () => {
  const word = fc.constantFrom(
    ...'a draft of the published date craft until tomorrow: unlisted drafts no'.split(' '),
  );
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const key = fc.constantFrom(
    ...'title subtitle description publisher craft data event venue mood'.split(' '),
  );
  const folder = fc.constantFrom('', 'crafts/', 'news/_posts/', 'grants/2026/', 'drafting/');
  fc.assert(
    fc.property(fc.dictionary(key, text), folder, (data, folder) => {
      const yaml = Object.entries(data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
      expect(judge(yaml.join('\n') || '#', `${folder}2026-01-01-x.md`)).toBe('published');
    }),
    { numRuns: 500 },
  );
});
