import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrontMatterError, readFrontMatter } from '../../../src/jekyll/rules/front-matter.ts';

/** What is said of a source: the line, the message and the hint; nothing where it is a post. */
function fault(source: string): string | undefined {
  try {
    readFrontMatter(source);
    return undefined;
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return `${error.line}: ${error.message} · ${error.hint}`;
  }
}

describe('front matter of other generators', () => {
  it.each([
    ['+++\ntitle = "X"\ndraft = true\n+++\n\nText\n', /^1: TOML/],
    ['+++\ntitle = "X"\n\nText, never closed\n', /^1: TOML/],
    ['\n+++\ndate = 2099-01-01\n+++\nText\n', /^2: TOML/],
    ['---toml\ndraft = true\n---\nText\n', /^1: TOML/],
    ['{"title":"X","draft":true}\n\nText\n', /^1: JSON/],
    ['{\n  "title": "X",\n  "date": "2099-01-01"\n}\n\nText\n', /^1: JSON/],
    ['---json\n{\n  "draft": true\n}\n---\nText\n', /^1: JSON/],
    [';;;\n{"draft": true}\n;;;\nText\n', /^1: JSON/],
    ['title: X\ndraft: true\n---\nText\n', /^1: .*without a line of `---`/],
    ['title: X\n---\nText\n', /^1: .*without a line of `---`/],
    ['tags: [a]\ncategories: b\n---\nText\n', /^1: .*without a line of `---`/],
    ['Title: X\nStatus: draft\nDate: 2024-01-01\n\nText\n', /^1: .*without a line/],
    ['Title: X\nDate: 2099-01-01\n\nText\n', /^1: .*without a line/],
    ['title: X\npublished: false\n\nText\n', /^1: .*without a line/],
    ['published: false\n\nText\n', /^1: .*without a line/],
    ['#+TITLE: X\n#+DATE: 2099-01-01\n#+DRAFT: true\nText\n', /^1: .*without a line/],
    [':title: X\n:draft: yes\n\nText\n', /^1: .*without a line/],
    ['.. title: X\n.. status: private\n\nText\n', /^1: .*without a line/],
    ['= Title\n:draft: true\n\nText\n', /^2: .*without a line/],
    ['[//]: # (published: false)\n\nText\n', /^1: .*without a line/],
    ['- title: x\n- draft: true\n\nText\n', /^2: .*without a line/],
    ['export const meta = { draft: true }\n\nText\n', /^1: /],
    ['export const frontmatter = {\n  draft: true,\n};\n\nText\n', /^2: /],
  ])('%j', (source, expected) => {
    expect(fault(source)).toMatch(expected);
  });
});

describe('front matter as other programs show it', () => {
  it.each([
    ['% A title\n% Ada, Bob\n% 2099-01-01\n\nText\n', /^1: .*without a line/],
    ['% Only a title\n\nText\n', /^1: .*without a line/],
    ['<meta name="draft" content="true">\n\nText\n', /^1: .*without a line/],
    ['<!DOCTYPE html>\n<head>\n<meta name=published content=no />\n</head>\n', /^3: /],
    ['<html><head><meta property="post:status" content="draft"></head>\nText\n', /^1: /],
    ['| Property | Value |\n| --- | --- |\n| Status | Draft |\n\nText\n', /^1: .*without a line/],
    ['# A page\n\n| Published | No |\n|-|-|\n\nText\n', /^3: /],
    ['# A page\n\nCreated: January 1, 2024 10:00 AM\nStatus: Draft\n\nText\n', /^3: /],
    ['<!--\n.. title: X\n.. status: draft\n-->\n\nText\n', /^1: .*comment/],
    ['{\n\ndate: 2099-01-01\n\nText\n', /^1: JSON/],
    ['date: 2099-01-01\n\nText\n', /^1: .*without a line/],
    ['.. post:: 2099-01-01\n   :tags: a\n\nText\n', /^1: .*without a line/],
    ['export default { draft: true }\n\nText\n', /^1: /],
    ['<!--\n  draft: true, title: x\n-->\nText\n', /^1: .*comment/],
    ['```yaml title="x"\ndraft: true\n```\nText\n', /^1: .*block of code/],
    ['```{yaml}\npublished: no\n```\nText\n', /^1: .*block of code/],
    ['    ---\n    draft: true\n    ---\n\nText\n', /^1: .*nothing but `---`/],
    ['-*- mode: markdown; draft: true -*-\nText\n', /^1: /],
    ['{%- comment -%} published: false {%- endcomment -%}\nText\n', /^1: /],
  ])('%j', (source, expected) => {
    expect(fault(source)).toMatch(expected);
  });
});

describe('other lines than ---', () => {
  it.each([
    ['----\npublished: false\n----\nText\n', /^1: .*not `----`/],
    ['--\ntitle: X\n--\nText\n', /^1: .*not `--`/],
    ['—\npublished: false\n—\nText\n', /^1: .*not `—`/],
    ['–––\ntitle: X\n–––\nText\n', /^1: .*not `–––`/],
    ['−−−\ndraft: true\n−−−\nText\n', /^1: .*not `−−−`/],
    ['***\ndraft: true\n***\nText\n', /^1: .*not `\*\*\*`/],
    ['===\ntitle: X\ndate: 2099-01-01\n===\nText\n', /^1: .*not `===`/],
    ['---yaml\ndraft: true\n---\nText\n', /^1: .*nothing but `---`/],
    ['--- \u00a0\ndraft: true\n---\nText\n', /^1: .*nothing but `---`/],
    ['\u00a0---\ndraft: true\n---\nText\n', /^1: .*nothing but `---`/],
    ['\u200b---\ndraft: true\n---\nText\n', /^1: .*nothing but `---`.*invisible/],
    ['\ufeff\ufeff---\ndraft: true\n---\nText\n', /^1: .*nothing but `---`/],
    [' ---\ndraft: true\n---\nText\n', /^1: .*nothing but `---`/],
    ['---\ndraft: true\n ---\nText\n', /^1: .*not closed/],
    ['---\ndraft: true\n---\u00a0\nText\n', /^1: .*not closed/],
    ['---\ndraft: true\n----\nText\n\n* * *\n', /^1: .*not closed/],
    ['"""\ntitle: X\ndate: 2099-01-01\n"""\nText\n', /^1: .*not `"""`/],
    ['///\ntitle: X\ntags: [a]\n///\nText\n', /^1: .*not `\/\/\/`/],
    ['(((\ndraft: true\n)))\nText\n', /^1: /],
    ['```yaml\npublished: false\n```\nText\n', /^1: .*block of code/],
    ['~~~\ntitle: X\nlayout: post\n~~~\nText\n', /^1: .*block of code/],
    ['<!--\npublished: false\n-->\nText\n', /^\d: .*/],
    ['<!-- published: false -->\nText\n', /^1: .*comment/],
    ['<!-- ---\ntitle: X\n--- -->\nText\n', /^1: .*comment/],
  ])('%j', (source, expected) => {
    expect(fault(source)).toMatch(expected);
  });
});

describe('front matter that does not stand first', () => {
  it.each([
    ['<!-- markdownlint-disable -->\n---\npublished: false\n---\nText\n', /^2: .*first line/],
    ['<!-- a note -->\n\n---\ntitle: X\n---\nText\n', /^3: .*first line/],
    ['# Heading\n---\npublished: false\n---\nText\n', /^2: .*first line/],
    ['\n---\n# my notes\npublished: false\n---\nText\n', /^2: .*first line/],
    ['\n---\n"title": X\nlayout: post\n---\nText\n', /^2: .*first line/],
    ['\n---\nmood: fine\n---\nText\n', /^2: .*first line/],
    ['\n---\npublished: false\n...\nText\n', /^2: .*first line/],
    ['\n---\npublished: false\n\nText\n', /^2: .*not closed/],
    ['\n---\n\npublished: false\n\n---\nText\n', /^2: .*first line/],
    ['Some words first.\n\n---\ntitle: X\ndraft: true\n---\n\nText\n', /^3: .*first line/],
    ['A title without a key\npublished: false\n\nText\n', /^2: .*without a line/],
  ])('%j', (source, expected) => {
    expect(fault(source)).toMatch(expected);
  });
});

describe('a second block below the first', () => {
  it.each([
    ['---\nlayout: post\n---\n---\ndraft: true\n---\nText\n', 4],
    ['---\nlayout: post\n---\n\n---\ntitle: X\ndate: 2099-01-01\n---\nText\n', 5],
    ['---\nlayout: post\n---\n+++\ntitle = "X"\n+++\nText\n', 4],
    ['---\nlayout: post\n---\npublished: false\n---\nText\n', 4],
    ['---\n---\n---\ntitle: X\ndate: 2099-01-01\n---\nText\n', 3],
    ['---\nlayout: post\n---\nTitle: X\nDraft: yes\n\nText\n', 4],
    ['---\n# a comment\n---\npublished: false\n\nText\n', 4],
  ])('%j', (source, line) => {
    expect(fault(source)).toMatch(new RegExp(`^${line}: `));
  });
});

describe('a first line that says that the text is a draft', () => {
  const marks = [
    '<!-- draft -->',
    '<!-- DRAFT: do not publish -->',
    '*Draft*',
    '_Draft. Do not publish yet._',
    'DRAFT',
    '#draft #wip',
    '(work in progress)',
    '> This is still a draft.',
    "{/* don't publish */}",
    'Not yet published.',
    '*Entwurf*',
    'Brouillon !',
    '【下書き】',
  ];
  it.each(marks)('%s', (mark) => {
    expect(fault(`${mark}\n\nText\n`)).toMatch(/^1: the first line says/);
    expect(fault(`---\ntitle: x\n---\n\n${mark}\n\nText\n`)).toMatch(/^[45]: the first line says/);
  });

  it.each([
    '# Draft',
    'A draft.',
    'Draft horses pull.',
    '*Draft* is a word.',
    '- draft\n- published',
    '1. draft',
    '{: .draft}',
    '<!-- draft horses, by Ada -->',
    'Do not publish in haste.',
    'WIP stands for work in progress.',
    '# Entwurf',
    'Ein Entwurf.',
  ])('but not %j', (line) => {
    expect(fault(`${line}\n\nText\n`)).toBeUndefined();
    expect(fault(`---\ntitle: x\n---\n\n${line}\n\nText\n`)).toBeUndefined();
  });
});

it.each(['-', 'a-', 'draft ', '<!-', '. '])('a line of 100,000 %j is read at once', (part) => {
  expect(() => fault(`${part.repeat(100_000)}z\n\nText\n`)).not.toThrow();
});

describe('keys with the name of a program before them, or in tags', () => {
  it.each([
    '* x\n:PROPERTIES:\n:EXPORT_HUGO_DRAFT: true\n:END:\n',
    '#+HUGO_DRAFT: true\n',
    ':jbake-status: draft\n:jbake-type: post\n',
    'public:: false\n',
    '<p>published: false</p>\n',
    '---<br>\npublished: false<br>\n---<br>\n',
    'security: private\nsubject: x\n',
  ])('%j', (source) => {
    expect(fault(`${source}\nText\n`)).toBeDefined();
  });

  it('but not where they are shown as code', () => {
    expect(fault('Write it so:\n\n    ---\n    draft: true\n    ---\n\nDone.\n')).toBeUndefined();
  });
});

describe('characters', () => {
  const block = '---\ntitle: X\npublished: false\n---\nText\n';
  it.each([
    [block.replaceAll('\n', '\r'), /CR alone/],
    [`${block.slice(0, -5).replaceAll('\n', '\r')}Text\nin Unix lines\n`, /CR alone/],
    [[...block].join('\0'), /NUL.*UTF-8/],
    [block.replaceAll('\n', '\u2028'), /^1: /],
    [block.replaceAll('\n', '\u0085'), /^1: /],
  ])('%j', (source, expected) => {
    expect(fault(source)).toMatch(expected);
  });
});

const POSTS = [
  '',
  'Just text.\n',
  '---\n\nOnce upon a time.\n',
  '---\n\nNote: this is an old story.\n',
  '***\n\nA rule comes first.\n\n***\n\nMore.\n',
  '***\n\nDate: a fruit, and how to grow it.\n\n***\n\nMore.\n',
  '* * *\nText\n',
  '| a | b |\n|---|---|\n| date: 1 | draft: 2 |\n',
  '> Title: the quoted one\n> Date: never\n\nText\n',
  '- Date: a fruit\n- Title: a name\n\nText\n',
  '- **Title:** Dune\n- **Author:** Herbert\n\nText\n',
  'Date: a fruit, and how to grow it\n\nText\n',
  'Date: a fruit\n=============\n\nText\n',
  'Title: subtitle\n---------------\n\nText\n',
  'Draft: a story about beer\n\nText\n',
  'Published: yes, but by whom?\n\nText\n',
  'Status: it is complicated.\n\nText\n',
  'Title: Dune\nAuthor: Frank Herbert\n\nA review.\n',
  'From: me\nTo: you\nDate: today\nSubject: a letter\n\nText\n',
  'Note: one\nWarning: two\n\nText\n',
  '```js\nconst draft = true;\n```\nText\n',
  '```yaml\nservices:\n  web:\n    image: nginx\n```\nText\n',
  '```yaml\ntitle: My site\nauthor: me\n```\nThat is a configuration.\n',
  '    title: indented code\n    date: today\n\nText\n',
  'To hide a post write\n\n```yaml\n---\npublished: false\n---\n```\n\nin it.\n',
  'To hide a post write\n\n    published: false\n\nin it.\n',
  '# Heading\n\n---\n\nNote: an old text.\n\n---\n\nText\n',
  '<!-- TODO: more pictures -->\nText\n',
  '{% include intro.html draft=true %}\n\nText\n',
  '{{ page.title }}: a subtitle\n',
  '{:.lead}\nText\n',
  '{: .lead title="x"}\nText\n',
  '![A picture: wide](a.png)\n\nText\n',
  '<div>\ntext: yes\n</div>\n',
  'http://example.org: a link\n',
  '— Who is there?\n— A dialogue.\n',
  '—\nA dash on a line.\n—\n',
  '---\nlayout: post\n---\n---\n\nA rule below the front matter.\n',
  '---\nlayout: post\n---\n***\n\nNote: fine.\n\n***\n',
  '---\nlayout: post\n---\n```yaml\npublished: false\n```\nis how to hide a post.\n',
  '---\nlayout: post\n---\nTitle: Dune\nDate: 1965\n\nA review.\n',
  '---\nlayout: post\n---\nStatus: draft\n\nA request for comments.\n',
  '---\nlayout: post\n---\n{"a": 1} is JSON.\n',
  '---\n---\nText below an empty block.\n',
  '---\n\nA rule, some words, and a rule: a motto, one: two: three.\n\n---\n\nText\n',
  '---\n\n- a list\n- between rules\n\n---\n\nText\n',
  '| Title | Dune |\n|---|---|\n| Author | Herbert |\n| Date | 1965 |\n\nText\n',
  '| Feature | Ours | Theirs |\n|---|---|---|\n| Drafts | yes | no |\n\nText\n',
  'What it has:\n\n| Feature | Ours |\n|---|---|\n| Drafts | yes |\n\nText\n',
  '<meta name="description" content="Draft horses">\n<meta name="keywords" content="a">\n\nText\n',
  '%%capture\nA notebook.\n',
  '50% of them\n% of all\n',
];

describe('a post stays a post', () => {
  it.each(POSTS)('%j', (source) => {
    expect(fault(source)).toBeUndefined();
  });
});

/** Ways to write a head that are not YAML between two lines of `---`. */
const HEADS = fc
  .record({
    lead: fc.constantFrom('', '\n', '\n\n', '<!-- a note -->\n', '# A heading\n\n', '\u200b', ' '),
    fence: fc.constantFrom('----', '--', '—', '+++', '===', '***', '~~~', '```', ';;;', ''),
    other: fc.constantFrom([], ['title: X'], ['layout: post', 'tags: [a, b]'], ['# a comment']),
    key: fc.constantFrom(
      'published',
      'Published',
      '"published"',
      'ｐｕｂｌｉｓｈｅｄ',
      'рublished',
    ),
    sign: fc.constantFrom(': ', ':', ' = ', '='),
    value: fc.constantFrom('false', 'no', 'Off', '"false"', 'false # not yet', 'False,'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    isFirst: fc.boolean(),
  })
  // Code below a heading is code.
  .filter(({ lead, fence }) => !lead.startsWith('#') || !/[~`]/.test(fence))
  .map(({ lead, fence, other, key, sign, value, end, isFirst }) => {
    const pair = `${key}${sign}${value}`;
    const keys = isFirst ? [pair, ...other] : [...other, pair];
    const lines = [fence, ...keys, fence || '---', '', 'Text', ''];
    return (lead + lines.filter((line, i) => i > 0 || line).join('\n')).replaceAll('\n', end);
  });

it('no head of any other shape is taken for text', () => {
  fc.assert(
    fc.property(HEADS, (source) => {
      expect(fault(source)).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

it('no prose is taken for a head', () => {
  const word = fc.constantFrom(
    ...'a the date title draft published of on: note: status: tags, — and +++ category text'.split(
      ' ',
    ),
  );
  const sentence = fc
    .array(word, { minLength: 4, maxLength: 9 })
    .map((words) => `And so ${words.join(' ')}.`);
  const block = fc.oneof(
    sentence,
    sentence.map((text) => `> ${text}`),
    sentence.map((text) => `- ${text}\n- Date: ${text}`),
    sentence.map((text) => `## ${text}`),
    sentence.map((text) => `| a | b |\n|---|---|\n| date: | ${text} |`),
    sentence.map((text) => `\`\`\`js\n// ${text}\nlet draft = true;\n\`\`\``),
    fc.constantFrom('***', '* * *', '___', '![Date: today](a.png)'),
  );
  const texts = fc
    .array(block, { minLength: 1, maxLength: 6 })
    .map((blocks) => `${blocks.join('\n\n')}\n`);
  fc.assert(
    fc.property(texts, fc.constantFrom('', '---\nlayout: post\n---\n'), (text, head) => {
      expect(fault(head + text)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
