import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../src/cli/check-content.ts';
import { readContent } from '../../../src/check/content.ts';
import { folderWith, post, site, type Files } from '../audit/audit-fixture.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const TEA = post('2026-01-01-tea.md');
const DRAFT = post('2026-02-01-draft.md');

async function problemsIn(files: Files, config = site) {
  const { problems, warnings } = await contentProblems(folderWith(files), config, NOW);
  return [...problems, ...warnings];
}

const ABOUT = 'src/content/pages/about.md';
const published = (text: string) => ({
  [ABOUT]: '---\npermalink: /about/\n---\n## Who we are\n',
  [TEA]: `---\ntitle: Tea\n---\n${text}\n`,
  [DRAFT]: '---\npublished: false\n---\nSee {% post_url 2026-02-01-draft %}.\n',
});

it('finds nothing where nothing is wrong', async () => {
  expect(await problemsIn(published('Boil it.'))).toEqual([]);
});

it.each([
  ['a link to a draft', '[b](../draft/)', `leads to ${DRAFT}, which is not published`],
  ['a draft named in Liquid', '{% post_url 2026-02-01-draft %}', 'is not'],
  ['an unknown tag', '{% nosuch %}', 'not `nosuch`'],
  ['a missing picture', '![x](x.png)', 'expected a file beside the text or in public/'],
  ['a link to a file of a post that is not there', '[b](2026-09-09-no.md)', 'expected a file'],
  ['a link to nowhere', '[b](/posts/nowhere/)', 'expected the address of a page or file'],
  ['a link to nowhere in HTML', '<p><a href=../nowhere/>b</a></p>', 'expected the address'],
  ['a link with the host', '<https://example.org/nowhere/>', 'expected the address of a page'],
  ['a link by reference', '[r]: /nowhere "R"\n\n[b][r]', 'expected the address of a page'],
  ['a fragment of its own that is not there', '[b](#nowhere)', 'expected the address'],
  ['a fragment of another page that is not there', '[b](/about/#nowhere)', 'expected the address'],
  ['a page of a tag that no post has', '[b](/tags/nowhere/)', 'expected the address of a page'],
  ['a year without posts', '[b](/archives/1999/)', 'expected the address of a page'],
  ['a page that the list does not have', '[b](/page/2/)', 'expected the address of a page'],
  ['a picture of the site that is not there', '[b](/x/nowhere.png)', 'expected a file beside'],
])('finds %s', async (_, text, message) => {
  expect(await problemsIn(published(text))).toMatchObject([
    { file: TEA, line: 4, message: expect.stringContaining(message) },
  ]);
});

it('finds what is wrong in drafts and pages', async () => {
  const page = 'src/content/pages/about.md';
  const files = { ...published(''), [DRAFT]: '---\ndraft: true\n---\n{% x %}', [page]: '{% y %}' };
  expect(await problemsIn(files)).toMatchObject([{ file: page }, { file: DRAFT }]);
});

it('stops no build for a picture that is missing, and marks it as something readers would notice', async () => {
  const { problems, warnings } = await contentProblems(
    folderWith(published('![x](x.png)')),
    site,
    NOW,
  );
  expect(problems).toEqual([]);
  expect(warnings).toMatchObject([{ file: TEA, value: 'x.png', missing: true }]);
});

it.each([
  ['https://example.com/a.png', false],
  ['//example.com/a.png', false],
  ['data:image/gif;base64,R0', false],
  ['/images/none.png', true],
  ['images/none.png', true],
  ['./none.png', true],
])('a cover at %s is looked for among the files of the site: %s', async (image, isLookedFor) => {
  const found = await problemsIn({ [TEA]: `---\nimage: ${image}\n---\nText.\n` });
  expect(found.map(({ line, value }) => [line, value])).toEqual(isLookedFor ? [[2, image]] : []);
});

it('finds posts at one address, and published ones that the configuration calls retracted', async () => {
  const twice = { ...published(''), [post('2026-03-01-b.md')]: '---\nslug: tea\n---\n' };
  expect(await problemsIn(twice)).toMatchObject([{ value: '/posts/tea/' }]);
  const config = { ...site, retracted: { '/posts/tea/': 'gone', '/posts/draft/': 'gone' } };
  expect(await problemsIn(published(''), config)).toMatchObject([
    { field: 'retracted', value: '/posts/tea/' },
  ]);
});

it('finds mistakes in the front matter and the Liquid of one post at once, and warnings of others', async () => {
  const files = {
    ...published(''),
    [TEA]: '---\nunlisted: maybe\nlang: klingon!\n---\n{% nosuch %}\n',
    [post('2026-03-01-b.md')]: '---\ntoc: left\n---\n',
  };
  expect(await problemsIn(files)).toMatchObject([
    { file: TEA, line: 2, field: 'unlisted' },
    { file: TEA, line: 5, message: expect.stringContaining('nosuch') },
    { file: post('2026-03-01-b.md'), line: 2, field: 'toc' },
  ]);
});

it('tells what a tag of YAML may change, and passes over others', async () => {
  const files = { [TEA]: '---\ndate: !when 2026-01-01\nx: !custom a\n---\n' };
  expect(await problemsIn(files)).toMatchObject([{ line: 2, field: 'date', value: '!when' }]);
  expect(await problemsIn({ [TEA]: '---\nx: [!custom a]\n---\n' })).toMatchObject([
    { line: 2, field: 'x.0', value: '!custom' },
  ]);
});

it('tells what is wrong in a default of the configuration once, and there', async () => {
  const config = { ...site, defaults: [{ scope: { path: '' }, values: { pin: 'top' } }] };
  const files = { [TEA]: '', [post('2026-03-01-b.md')]: '' };
  expect(await problemsIn(files, config)).toMatchObject([
    { file: 'src/site.config.ts', field: 'pin', value: 'top' },
  ]);
});

it('warns of what it passes over in pages', async () => {
  const page = 'src/content/pages/about.md';
  const files = {
    [page]: '---\ntitle: false\nlang: english\npermalink: https://example.org/\n---\n',
  };
  expect(await problemsIn(files)).toMatchObject([
    { file: page, line: 4, field: 'permalink' },
    { file: page, line: 3, field: 'lang', hint: 'Did you mean `en`?' },
  ]);
});

describe('files of the owner that cannot be read are named with their line', () => {
  const text = (body: string) => ({ [TEA]: `---\ntitle: Tea\n---\n${body}\n` });
  it.each([
    ['src/liquid/config.yml', 'a: 1\nb: [\n', '', 3],
    ['src/liquid/config.yml', 'a: 1\nb: c: d\n', '', 2],
    ['src/liquid/data/authors.yml', 'jane:\n\tname: x\n', '', 2],
    ['src/liquid/data/x.json', '{\n"a": 1\n"b": 2}', '{{ site.data.x.a }}', 3],
    ['src/liquid/data/x.json', '{\n"a": 1', '{{ site.data.x.a }}', 2],
    ['src/liquid/data/x.csv', 'a,b\n1,2,3\n', '{{ site.data.x }}', 2],
    ['src/liquid/data/deep/x.yml', '- a\nb', '{{ site.data.deep.x }}', 2],
    ['src/liquid/tags/shout.ts', 'export default 5;\n', '', undefined],
    ['src/liquid/tags/shout.ts', 'throw new Error("no");\n', '', undefined],
  ])('%s: %j', async (file, content, body, line) => {
    const problems = await problemsIn({ ...text(body), [file]: content });
    expect(problems).toMatchObject([{ file, ...(line && { line }) }]);
  });
});

it('knows the authors that the owner keeps as data', async () => {
  const root = folderWith({
    [TEA]: '---\nauthor: jane\n---\n',
    'src/liquid/data/authors.yml': 'jane: {name: Jane Doe}\n',
  });
  const { posts } = await readContent(root, { site, now: NOW, drafts: false });
  expect(posts[0]?.frontMatter.authors).toEqual([{ name: 'Jane Doe' }]);
});

it('finds links to nowhere in pages, in drafts, in MDX and in HTML', async () => {
  const text = '[b](/nowhere/)\n';
  const files = {
    [DRAFT]: `---\ndraft: true\n---\n${text}`,
    [post('2026-03-01-b.mdx')]: `---\ntitle: B\n---\n${text}`,
    [post('2026-03-02-c.html')]: '---\ntitle: C\n---\n<a href="/nowhere/">b</a>\n',
    'src/content/pages/about.md': text,
  };
  const found = await problemsIn(files);
  expect(found.map(({ file }) => file).toSorted()).toEqual(Object.keys(files).toSorted());
  expect(found.every(({ field, value }) => field === 'link' && value === '/nowhere/')).toBe(true);
});

it.each([
  ['posts, old addresses and pages', '[a](/posts/tea/) [b](/old/) [c](../../about/) [d](/about)'],
  ['files of posts and pages', '[a](2026-03-01-b.md) [b](/src/content/pages/about.md)'],
  [
    'terms, years, lists and feeds',
    '[a](/tags/green/) [b](/archives/2026/) [c](/tags/green/atom.xml)',
  ],
  ['what every site has', '[a](/) [b](/tags/) [c](/atom.xml) [d](/search/) [e](/sitemap.xml)'],
  ['files in public and beside the text', '[a](/paper.pdf) [b](notes.pdf) [c](/help/#one)'],
  [
    'fragments',
    '## The leaves\n\n[a](#the-leaves) [b](/about/#who-we-are) [c](#top) [d](#Page-main)',
  ],
  ['retracted posts and what hosts answer', '[a](/gone/) [b](/moved/) [c](/cdn-cgi/x) [d](/app/x)'],
  ['what only a build makes', '[a](/pagefind/pagefind.js)'],
  ['other sites', '[a](https://elsewhere.example/x) [b](mailto:a@example.org) [c](//x.example/y)'],
  ['code', '`[a](/nowhere/)`\n\n```html\n<a href="/nowhere/">\n```'],
])('finds nothing in links to %s', async (_, text) => {
  const files = {
    [TEA]: `---\ntitle: Tea\ntags: [green]\nredirect_from: /old/\n---\n${text}\n`,
    [post('2026-03-01-b.md')]: '---\ntitle: B\n---\n',
    [post('notes.pdf')]: '%PDF',
    [ABOUT]: '---\npermalink: /about/\n---\n## Who we are\n',
    'public/paper.pdf': '%PDF',
    'public/help/index.html': '<h1 id="one">One</h1>',
    'public/_redirects': '/app/* https://app.example/:splat 302\n',
  };
  const retracted = { '/gone/': 'gone', '/moved/': '/posts/tea/' };
  expect(await problemsIn(files, { ...site, retracted })).toEqual([]);
});

const PLAN = post('2026-03-01-plan.md');
it.each<[string, Files]>([
  ['a tag in the markup of a text', { [TEA]: '<a class="p-category">Quokka</a>\n' }],
  ['a tag as a class', { [TEA]: 'Text.\n\n<p class="tag-quokka">a</p>\n' }],
  [
    'a tag that Liquid writes',
    { [TEA]: '{% assign a = "quokka" %}<i class="tag-{{ a }}">b</i>\n' },
  ],
  ['a tag in a file of public/', { 'public/data.json': '{"tags": ["quokka"]}' }],
  [
    'a number of posts in a page',
    { 'src/content/pages/x.md': '<a href="/tags/quokka/">q</a> <span class="count">7</span>\n' },
  ],
])('foresees what the audit is going to find: %s', async (_, files) => {
  const draft = { [PLAN]: '---\ntitle: Plan\ntags: [quokka]\npublished: false\n---\nLater.\n' };
  const { problems, warnings } = await contentProblems(
    folderWith({ ...published(''), ...draft, ...files }),
    site,
    NOW,
  );
  expect(problems).toEqual([]);
  expect(warnings).toContainEqual(
    expect.objectContaining({
      message: expect.stringMatching(/^is not for the public, but|^expected 0/),
    }),
  );
});

it('foresees nothing where a published text may say the same', async () => {
  const draft = {
    [PLAN]: '---\ntitle: Boil it\ntags: [quokka]\npublished: false\n---\nBoil it, quokka.\n',
  };
  const files = { ...published('Boil it.'), ...draft, 'public/a.txt': 'The quokka boils it.' };
  expect(await problemsIn(files)).toEqual([]);
});
