import { expect, it } from 'vitest';
import { decodeEntities } from '../../../src/html/entities.ts';
import { auditFiles, post, type Files } from './audit-fixture.ts';

const PUBLISHED: Files = {
  [post('2026-01-01-a-folder-of.md')]:
    '---\ntitle: A folder of posts\ntags: [writing]\n---\n## Introduction\n\nRead [here](/x/) how to `npm run build`.\n',
  'src/pages/rss.xml.ts': "export const text = 'Newer';",
  'src/i18n/en.ts':
    'export const en = { minutes: (count) => `${count} min read`, page: (number, count) => `Page ${number} of ${count}` };',
};

/** What a site with formulas, feeds and libraries is full of. */
const SITE: Files = {
  'posts/a-folder-of-posts/index.html':
    '<!DOCTYPE html><title>A folder of posts</title><h2>Introduction</h2><p class="prose">1 min read <a href="/x/">here</a></p><math><mover><mo form="postfix" stretchy="true">x</mo><mspace width="1em"/></mover></math>',
  'index.html': '<h2>Page 1 of 3</h2><a href="/page/2/">2</a><p>May 1, 2013</p>',
  'rss.xml':
    '<?xml version="1.0" encoding="UTF-8"?><rss><channel><item><content:encoded/></item></channel></rss>',
  'sitemap-0.xml':
    '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"></urlset>',
  'pagefind/pagefind-entry.json': '{"version":"1","languages":{"en":{"page_count":1}}}',
};

it.each([
  ['a company that a namespace names', 'We asked Google about XHTML.'],
  ['an element of feeds', 'The Channel Tunnel, and its encoding.'],
  ['elements and attributes of formulas', 'A mover, a postfix, mspace, stretchy.'],
  ['a draft that is a folder', 'Text.', '_drafts/trip/index.md'],
  ['a file called _index', 'Text.', '_drafts/_index.md'],
  ['keys of the search index', 'Two languages, one version.'],
  ['a title like what the interface says', 'Text.', '_drafts/x.md', 'title: 1 min read'],
  ['the same with two numbers', 'Text.', '_drafts/x.md', 'title: Page 1 of 3'],
  ['a title like a heading', 'Text.', '_drafts/x.md', 'title: Introduction'],
  ['a title like the text of a link', 'Text.', '_drafts/x.md', 'title: here'],
  ['a number as a title', 'Text.', '_drafts/x.md', 'title: "2"'],
  [
    'numbers of a date with a long one in the markup between',
    'See [1] <a href="https://example.com/question/21337805">2013 again</a>',
  ],
])('no alarm for %s', async (_, text, name = '_drafts/x.md', front = 'title: On trips') => {
  const draft = `---\n${front}\n---\n${text}\n`;
  expect(await auditFiles({ ...PUBLISHED, [post(name)]: draft }, SITE)).toEqual([]);
});

it('no alarm for the markup of an author who wrote other posts too', async () => {
  const author = '<a href="http://ada.example.org/">Ada Lovelace</a>';
  const sources = {
    [post('2026-01-01-x.md')]: `---\nauthors:\n  - ${author}\n---\nText.\n`,
    [post('_drafts/x.md')]: `---\ntitle: Plans\nauthors:\n  - ${author}\n---\nText.\n`,
  };
  const json = JSON.stringify({ name: author });
  const html = `<script type="application/ld+json">${json}</script>`;
  expect(await auditFiles(sources, { 'x.html': html })).toEqual([]);
});

it('no alarm for an author whom published posts name by a key', async () => {
  const sources = {
    'src/liquid/data/authors.yml': 'ada:\n  name: Ada Lovelace\n',
    [post('2026-01-01-x.md')]: '---\nauthor: ada\n---\nText.\n',
    [post('_drafts/x.md')]: 'Ask Ada Lovelace about it.\n',
  };
  expect(await auditFiles(sources, { 'x.html': '<p>Ada Lovelace</p>' })).toEqual([]);
});

it('no alarm for what Markdown makes of an address', async () => {
  const sources = {
    [post('2026-01-01-x.md')]: 'Write to ada@example.org.\n',
    [post('_drafts/x.md')]: 'A mailto link.\n',
  };
  const html = '<a href="mailto:ada@example.org">ada@example.org</a>';
  expect(await auditFiles(sources, { 'x.html': html })).toEqual([]);
});

it('no alarm for numbers in code that could be a link', async () => {
  const code = 'int grid[100][1000], sum;';
  const sources = {
    [post('2026-01-01-x.md')]: `---\ntitle: X\n---\n\n    ${code}\n`,
    [post('_drafts/x.md')]: 'Squares: [1 10 100 1000]\n',
  };
  expect(await auditFiles(sources, { 'x.html': `<pre>${code}</pre>` })).toEqual([]);
  expect(await auditFiles(sources, { 'x.html': '<p>10 100 1000</p>' })).not.toEqual([]);
});

it.each(['LICENSE', 'notes.rst', 'CNAME'])('no alarm for what %s in public/ says', async (name) => {
  const text = 'Permission is granted to modify and distribute it.\n';
  const sources = {
    ...PUBLISHED,
    [post('_drafts/x.md')]: 'They modify it.\n',
    [`public/${name}`]: text,
  };
  expect(await auditFiles(sources, { ...SITE, [name]: text })).toEqual([]);
});

it.each([
  ['a library', 'lib', '{"dependencies":{"lib":"1.0.0"}}'],
  ['what draws diagrams', 'mermaid', '{"devDependencies":{"mermaid":"1.0.0"}}'],
])('no alarm for what %s says, copied or bundled', async (_, name, manifest) => {
  const program = 'const kinds=["python","sleep"];for(let i=0;i<n;i++){go(i)}';
  const sources = {
    ...PUBLISHED,
    [post('_drafts/x.md')]:
      '---\ntitle: Sleep\ntags: [Python]\n---\n```js\nfor (let i = 0; i < n; i++) { go(i); }\n```\n',
    'package.json': manifest,
    [`node_modules/${name}/dist/lib.mjs`]: program,
  };
  expect(await auditFiles(sources, { ...SITE, 'lib/lib.mjs': program })).toEqual([]);
  const bundled = { '_astro/chunk.js': 'x=["sleep"]' };
  expect(await auditFiles(sources, { ...SITE, ...bundled })).toEqual([]);
  const shown = { 'x.html': '<h2>Sleep</h2>' };
  expect(await auditFiles(sources, { ...SITE, ...shown })).not.toEqual([]);
});

it.each([
  ['where Liquid is off', '---\nrender_with_liquid: false\n---\n$\n'],
  ['in raw Liquid', '{% raw %}$ {% endraw %}\n'],
  ['in code', 'Write `{% raw %}$ {% endraw %}`.\n'],
  ['in a block of code', '~~~liquid\n{% raw %}$ {% endraw %}\n~~~\n'],
])('no alarm for comments that are text %s', async (_where, source) => {
  const text = '{% comment %}Ask Mallory about this one{% endcomment %}';
  const sources = { [post('2026-01-01-x.md')]: source.replace('$', text) };
  expect(await auditFiles(sources, { 'x.html': `<p>${text}</p>` })).toEqual([]);
});

it.each(['<!-- Ask Mallory about this one -->', '{/* Ask Mallory about this one */}'])(
  'no alarm for %s that is shown as code',
  async (text) => {
    const sources = { [post('2026-01-01-x.md')]: `Write so:\n\n\`\`\`html\n${text}\n\`\`\`\n` };
    const html = `<pre>${text.replaceAll('<', '&lt;')}</pre>`;
    expect(await auditFiles(sources, { 'x.html': html })).toEqual([]);
  },
);

it.each([
  [post('2026-01-01-zanzibar.md'), 'posts/zanzibar'],
  ['src/content/pages/zanzibar.md', 'zanzibar'],
])('no alarm for old addresses that lead to %s, which is unlisted', async (file, url) => {
  const sources = {
    [file]: '---\nunlisted: true\nredirect_from: [/old/, /older/x/]\n---\nText.\n',
  };
  const page = `<title>Zanzibar</title><a href="/${url}/">Zanzibar</a>`;
  const output = {
    [`${url}/index.html`]: page,
    'old/index.html': page,
    'older/x/index.html': page,
  };
  expect(await auditFiles(sources, output)).toEqual([]);
  expect(await auditFiles(sources, { ...output, 'other/index.html': page })).not.toEqual([]);
});

it.each(['.', '/', "'", '\u00b7'])('as many coincidences as there are: %s', async (sign) => {
  const words = Array.from({ length: 150 }, (_, i) => `q${i}x${sign}zz${i}y`);
  const sources = {
    [post('2026-01-01-x.md')]: words.map((word) => `## ${word}`).join('\n\n'),
    [post('_drafts/x.md')]: words.map((word) => word.replace(sign, '')).join(' and '),
  };
  const html = words.map((word) => `<h2 id="${word.replace(sign, '')}">${word}</h2>`).join('');
  expect(await auditFiles(sources, { 'x.html': html })).toEqual([]);
});

it('no alarm for a quotation of what a published post says of tags and settings', async () => {
  const text =
    'For `{% raw %}{% galleria summer %}{% endraw %}` set it:\n\n```js\ncomments: { category: "Visits" }\n```\n';
  const sources = {
    [post('2026-01-01-x.md')]: text,
    [post('_drafts/y.md')]: `---\ntags: [Visits]\n---\n${text}`,
  };
  const code = 'comments: { category: "Visits" }';
  const page = `<p>For <code>{% galleria summer %}</code> set it:</p><pre>${code}</pre>`;
  expect(await auditFiles(sources, { 'x.html': page })).toEqual([]);
  const other = '<a href="/tags/visits/">here</a>';
  expect(await auditFiles(sources, { 'x.html': page + other })).not.toEqual([]);
  const setting = '<p data-category="Visits"></p>';
  const unsaid = { [post('_drafts/y.md')]: sources[post('_drafts/y.md')] ?? '' };
  expect(await auditFiles(unsaid, { 'x.html': setting })).not.toEqual([]);
});

it.each([
  ['named', '<h2>&ldquo;A Walk by the Sea&rdquo;</h2>'],
  ['numbered', '<h2>&#8220;A Walk by the Sea&#x201D;</h2>'],
  ['of other languages', '<h2>&laquo;A Walk by the Sea&raquo;</h2>'],
  ['with an apostrophe', '<h3>&bdquo;The Sailor&rsquo;s Walk&ldquo;</h3>', 'The Sailor’s Walk'],
])('no alarm for a title that is a published heading between %s quotes', async (...row) => {
  const [, heading, title = 'A Walk by the Sea'] = row;
  const sources = {
    [post('2026-01-01-x.md')]: `Text.\n\n${heading}\n`,
    [post('_drafts/y.md')]: `---\ntitle: ${title}\n---\nOther words.\n`,
  };
  const shown = decodeEntities(heading);
  const output = { 'x.html': shown, 'en.pf_fragment': JSON.stringify({ title: shown }) };
  expect(await auditFiles(sources, output)).toEqual([]);
  const unsaid = { [post('_drafts/y.md')]: sources[post('_drafts/y.md')] ?? '' };
  expect(await auditFiles(unsaid, output)).not.toEqual([]);
});

it.each(['pf_index', 'pf_meta', 'pf_fragment', 'pf_filter'])(
  'no alarm for a word that the search index joins in its %s',
  async (kind) => {
    const sources = {
      [post('2026-01-01-x.md')]: 'Call `pow(level)+1` and `half.way()`.\n',
      [post('_drafts/y.md')]: 'The level1 boss, halfway, and a cupboard.\n',
    };
    const index = (...words: string[]) => ({ [`pagefind/en_1.${kind}`]: JSON.stringify(words) });
    expect(await auditFiles(sources, index('level1', 'halfwai'))).toEqual([]);
    expect(await auditFiles(sources, index('cupboard'))).not.toEqual([]);
    expect(await auditFiles(sources, index('level1 boss halfway and a'))).not.toEqual([]);
  },
);

it.each([
  ['a quotation mark that is missing', '<a href="https://example.org/a>Rowing Club</a>, '],
  ['one too many', '<a href="https://example.org/a"">Rowing Club</a>, '],
  ['one between attributes', '<a href="https://example.org/a" \' rel="x">Rowing Club</a>, '],
])('no alarm for words that published posts have behind %s', async (_, start) => {
  const link = (name: string) => `<a href="https://example.org/b">${name}</a>`;
  const list = ['Natural History Museum', 'Centre for Disease Control', 'Oak Ridge'];
  const sources = {
    [post('2026-01-01-x.html')]:
      `---\ntitle: X\n---\n<p>${start}${list.map(link).join('*, ')}</p>\n`,
    [post('_drafts/y.md')]:
      `---\ntitle: Y\n---\n${list.map((name) => `[${name}](https://example.org/c),`).join('\n')}\n`,
  };
  const content = { content: `Rowing Club, ${list.join('*, ')}` };
  expect(await auditFiles(sources, { 'x.json': JSON.stringify(content) })).toEqual([]);
});

it('no alarm for names in a script, whatever objects it has', async () => {
  const sources = { [post('_drafts/y.md')]: 'Look into the cupboard.\n' };
  const script = '<script>const all = [{"id":1},{"id":2}]; const cupboard = all.pop()</script>';
  expect(await auditFiles(sources, { 'x.html': `<p>Tea</p>${script}` })).toEqual([]);
});

it.each([
  ['a comma', 'With oars, we row', '<h5>&ldquo;With oars, we row&rdquo;</h5>'],
  ['a colon', 'Rowing: a start', '## Rowing: a start'],
  ['a question', 'Ready? Set. Go!', '[Ready? Set. Go!](https://example.org/)'],
  ['parentheses', 'Oars (and boats)', '**Oars (and boats)**'],
  ['a dash', 'Oars – what for?', '| Oars – what for? | x |'],
])('no alarm for a title with %s that a published text shows', async (_, title, text) => {
  const sources = {
    [post('2026-01-01-x.md')]: `Text.\n\n${text}\n`,
    [post('_drafts/y.md')]: `---\ntitle: ${JSON.stringify(title)}\n---\nOther words.\n`,
  };
  const output = { 'x.html': `<h2>${title}</h2>` };
  expect(await auditFiles(sources, output)).toEqual([]);
  const unsaid = { [post('_drafts/y.md')]: sources[post('_drafts/y.md')] ?? '' };
  expect(await auditFiles(unsaid, output)).not.toEqual([]);
});

it.each([
  ['the head of a feed', '<?xml version="1.0" encoding="UTF-8"?><rss><channel><item>'],
  ['a sitemap', 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'],
  ['a page, with its style sheet', '<link rel="stylesheet" href="/_astro/Base.D4xQz9.css">'],
  [
    'a social image',
    '<meta property="og:image" content="https://example.org/social/a1b2c3d4.png">',
  ],
  ['the line below a title', '<p class="prose">1 min read</p>'],
])('no alarm for a draft that quotes %s', async (_, quoted) => {
  const draft = `---\ntitle: On quoting\n---\nLook:\n\n\`\`\`html\n${quoted}\n\`\`\`\n`;
  const head =
    '<link rel="stylesheet" href="/_astro/Base.D4xQz9.css"><meta property="og:image" content="https://example.org/social/a1b2c3d4.png">';
  const files = { '_astro/Base.D4xQz9.css': '', 'social/a1b2c3d4.png': '' };
  const output = { ...SITE, ...files, 'x/index.html': head };
  const theme = { 'src/pages/index.ts': "export const assets = '_astro';" };
  const sources = { ...PUBLISHED, ...theme, [post('_drafts/x.md')]: draft };
  expect(await auditFiles(sources, output)).toEqual([]);
  expect(await auditFiles(sources, { ...output, 'y.html': '<h1>On quoting</h1>' })).not.toEqual([]);
});

it.each([
  ['counted', '{% for i in (1..3) %}![](/trip/{{ i }}.png){% endfor %}'],
  ['put together', '{% assign name = "/trip/" | append: "1" %}![]({{ name }}.png)'],
  ['in HTML', '{% capture n %}1{% endcapture %}<img src="/trip/{{ n }}.png">'],
  ['of data', '![]({{ page.cover_of_trip }})', 'cover_of_trip: /trip/1.png'],
])('no alarm for a picture that a draft names and a published post shows, %s', async (...row) => {
  const [, text, front = 'lang: en'] = row;
  const sources: Files = {
    [post('2026-01-01-x.md')]: `---\n${front}\n---\n${text}\n`,
    [post('_drafts/y.md')]: '---\ntitle: Y\n---\n![](/trip/1.png)\n',
    'public/trip/1.png': '',
  };
  const output = { 'x.html': '<img src="/trip/1.png">', 'trip/1.png': '' };
  expect(await auditFiles(sources, output)).toEqual([]);
});
