// Forty mistakes as authors make them, each in a project of its own beside texts without any.
import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../src/cli/check-content.ts';
import { rowsOf } from '../../../src/cli/check-report.ts';
import manual from '../../../src/site.config.ts';
import { folderWith, post, site, type Files } from '../audit/audit-fixture.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const A = post('2026-01-01-a.md');
const B = post('2026-02-01-b.md');
const DRAFT = post('2026-03-01-draft.md');
const ABOUT = 'src/content/pages/about.md';

const SOUND: Files = {
  [A]: '---\ntitle: Tea\ntags: [JavaScript, C++]\n---\n## Leaves\n\nText. [b](2026-02-01-b.md)\n',
  [B]: '---\ntitle: Rain\ntags: [C#]\n---\n[a](/posts/a/#leaves) ![A drop](../drop.png)\n',
  [DRAFT]: '---\ntitle: Snow\npublished: false\n---\n[a](/posts/a/) [b](/tags/javascript/)\n',
  [ABOUT]: '---\ntitle: About\n---\n[a](/posts/a/)\n',
  'src/content/drop.png': 'picture',
  'public/paper.pdf': 'paper',
};

const rows = async (files: Files) => {
  const { problems, warnings } = await contentProblems(folderWith(files), site, NOW);
  return rowsOf(problems, warnings, false);
};

const front = (yaml: string) => ({ [A]: `---\ntitle: Tea\n${yaml}\n---\nText.\n` });
const text = (body: string) => ({ [A]: `---\ntitle: Tea\n---\n## Leaves\n\n${body}\n` });
const draft = (body: string) => ({ [DRAFT]: `---\npublished: false\n---\n${body}\n` });

/** What is planted, and the file, line and words of the row that tells of it. */
const PLANTED: [
  name: string,
  files: Files,
  file: string,
  line: number | undefined,
  says: string,
][] = [
  ['a flag that is no flag', front('published: maybe'), A, 3, 'published'],
  ['a flag that is mistyped', front('pubished: false'), A, 3, 'published'],
  ['a flag in capitals', front('Draft: true'), A, 3, 'draft'],
  ['a date of another calendar', front('date: 2026-13-40'), A, 3, 'date'],
  ['a date in words', front('date: last week'), A, 3, 'date'],
  ['no date at all', { [post('x.md')]: '---\ntitle: X\n---\n' }, post('x.md'), undefined, 'date'],
  [
    'a day in the name that does not exist',
    { [post('2026-13-01-x.md')]: 'X' },
    post('2026-13-01-x.md'),
    undefined,
    'date',
  ],
  [
    'front matter without an end',
    { [A]: '---\ntitle: Tea\npublished: false\n\nText.\n' },
    A,
    undefined,
    '',
  ],
  ['YAML that is none', front('tags: [a, b'), A, undefined, ''],
  ['a quote that nobody ends', { [A]: '---\ntitle: "Tea\n---\nText.\n' }, A, undefined, ''],
  ['a key that is mistyped', front('desciption: A'), A, 3, 'description'],
  ['another key that is mistyped', front('redirct_from: /old/'), A, 3, 'redirect_from'],
  ['a key in capitals', front('Tags: [a]'), A, 3, 'tags'],
  ['a language that is none', front('lang: klingon!'), A, 3, 'lang'],
  ['a switch that is none', front('toc: left'), A, 3, 'toc'],
  ['a placeholder that is none', front('permalink: /:tilte/'), A, 3, 'title'],
  [
    'an old address of another site',
    front('redirect_from: https://x.example/a/'),
    A,
    3,
    'redirect_from',
  ],
  ['a cover that is not there', front('image: cover.png'), A, 3, 'image'],
  ['a title that another has', { [B]: '---\ntitle: "tea"\n---\nB\n' }, B, 2, 'is the title of'],
  [
    'a title that a draft has',
    { [DRAFT]: '---\ntitle: Tea\ndraft: true\n---\n' },
    DRAFT,
    2,
    'is the title of',
  ],
  ['a tag in another case', { [B]: '---\ntags: [javascript]\n---\nB\n' }, B, 2, 'JavaScript'],
  ['a tag with a hyphen', { [B]: '---\ntag: java-script\n---\nB\n' }, B, 2, 'JavaScript'],
  [
    'a category with a blank',
    { [A]: '---\ncategories: [Field Notes]\n---\nA\n', [B]: '---\ncategory: FieldNotes\n---\nB\n' },
    B,
    2,
    'Field Notes',
  ],
  ['an address that is taken', { [B]: '---\npermalink: /posts/a/\n---\nB\n' }, B, 2, 'belongs to'],
  [
    'an old address that is taken',
    { [B]: '---\nredirect_from: /posts/a/\n---\nB\n' },
    B,
    2,
    'belongs to',
  ],
  ['an address of the site', { [B]: '---\npermalink: /archives/\n---\nB\n' }, B, 2, 'belongs to'],
  ['a link to nowhere', text('[x](/posts/nowhere/)'), A, 6, '/posts/nowhere/'],
  ['a link to a heading that is not there', text('[x](/posts/a/#nowhere)'), A, 6, '#nowhere'],
  ['a link to a file that is not there', text('[x](/papr.pdf)'), A, 6, '/papr.pdf'],
  [
    'a link to a post by a file that is not there',
    text('[x](2026-02-01-c.md)'),
    A,
    6,
    '2026-02-01-c.md',
  ],
  ['a link to a draft', text('[x](/posts/draft/)'), A, 6, 'not published'],
  ['a link to nowhere in a draft', draft('[x](/posts/nowhere/)'), DRAFT, 4, '/posts/nowhere/'],
  ['a link to nowhere in a page', { [ABOUT]: '[x](/nowhere/)\n' }, ABOUT, 1, '/nowhere/'],
  ['a picture that is not there', text('![Leaves](leaves.png)'), A, 6, 'leaves.png'],
  ['a picture without words', text('![](../drop.png)'), A, 6, 'do not see it'],
  [
    'a picture of HTML without words',
    text('<p><img src="/paper.png"></p>\n\n<img src="../drop.png">'),
    A,
    8,
    'do not see it',
  ],
  [
    'a picture without words in a draft',
    draft('A\n\n![ ](../drop.png)'),
    DRAFT,
    6,
    'do not see it',
  ],
  ['a tag of Liquid that is none', text('{% galery %}'), A, 6, 'galery'],
  ['a post that Liquid does not find', text('{% post_url 2026-02-01-bb %}'), A, 6, '2026-02-01-b'],
  ['a tag of HTML without its beginning', text('a </div> b'), A, 6, '</div>'],
  ['a formula that is none', text('$$\n\\frac{1}\n$$'), A, undefined, ''],
  [
    'a draft in public/',
    { 'public/x.md': '---\npublished: false\n---\n' },
    'public/x.md',
    2,
    'published',
  ],
  [
    'a file in another encoding',
    { [A]: Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1') },
    A,
    2,
    'UTF-8',
  ],
];

describe('the check of content', () => {
  it('says nothing of texts without mistakes', async () => {
    expect(await rows(SOUND)).toEqual([]);
  });

  it('says nothing of the manual', async () => {
    const { problems, warnings } = await contentProblems(process.cwd(), manual, NOW);
    expect([...problems, ...warnings]).toEqual([]);
  });

  it.each(PLANTED)('finds %s', async (_, files, file, line, says) => {
    const found = await rows({ ...SOUND, ...files });
    const told = found.filter(
      (row) => row.file === file && (line === undefined || row.line === line),
    );
    expect(told, JSON.stringify(found, null, 2)).not.toEqual([]);
    expect(JSON.stringify(told)).toContain(says);
  });
});
