import fc from 'fast-check';
import { expect, it } from 'vitest';
import { post, Project, type Files } from './project.ts';

/** A post that its author holds back, in a way that no build may pass over. */
interface Draft {
  /** Where it lies and what its name begins with. */
  place?: string;
  /** What its name ends in. */
  ending?: string;
  text: string;
}

const BODY = 'Nobody may read this yet.\n';
const front = (...lines: string[]): Draft => ({ text: `---\n${lines.join('\n')}\n---\n${BODY}` });
const raw = (text: string): Draft => ({ text: `${text}\n${BODY}` });
const at = (place: string, ending = ''): Draft => ({ ...front('title: Later'), place, ending });

const word = (...words: string[]) => fc.constantFrom(...words);
const NO = word('false', 'no', 'off', 'False', 'OFF', '"false"', "'no'");
const LATER = word('2099-01-01', '2031-12-24 08:00:00 +0100', '"2044-05-06"', '2030-06-01 10:00');
const EARLIER = word('2020-01-01', '2024-02-03 10:00:00 +0000');

/** Front matter that no reader of YAML finds, though it is meant. */
const LOST: fc.Arbitrary<Draft>[] = [
  NO.map((no) => raw(`+++\ntitle = "Later"\npublished = ${no}\n+++`)),
  word('draft', 'unlisted').map((key) => raw(`{\n"title": "Later",\n"${key}": true\n}`)),
  fc
    .tuple(word('----', '—', '–––', '--', '***', '+++', '~~~', '-----'), NO)
    .map(([fence, no]) => raw(`${fence}\ntitle: Later\npublished: ${no}\n${fence}`)),
  NO.map((no) => raw(`title: Later\npublished: ${no}\n---`)),
  NO.map((no) => raw(`title: Later\npublished: ${no}\n`)),
  word('Draft: yes', 'Status: draft', 'Visibility: private').map((line) =>
    raw(`Title: Later\n${line}\n`),
  ),
  fc
    .tuple(
      word('\u200b', '\u00a0', '\ufeff\ufeff', '\n', '# My notes\n', '<!-- lint: off -->\n'),
      NO,
    )
    .map(([above, no]) => raw(`${above}---\npublished: ${no}\n---`)),
  NO.map((no) => raw(`---\ntitle: Later\npublished: ${no}\n`)),
  NO.map((no) => raw(`---\nlayout: post\n---\n---\npublished: ${no}\n---`)),
  NO.map((no) => raw(`---\n---\npublished: ${no}\n`)),
  word('yaml', 'yml', '').map((info) => raw(`\`\`\`${info}\npublished: false\n\`\`\``)),
  word('json', 'toml').map((kind) => raw(`---${kind}\n"draft": true\n---`)),
  NO.map((no) => raw(`<!--\n---\npublished: ${no}\n---\n-->`)),
  NO.map((no) => ({ text: `---\rtitle: Later\rpublished: ${no}\r---\r${BODY}` })),
];

/** Front matter whose keys do not say what they seem to say. */
const UNCLEAR: fc.Arbitrary<Draft>[] = [
  NO.map((no) => front(`published: ${no}`, 'title: Later', 'published: true')),
  word('draft', '"draft"').map((key) => front('draft: true', `${key}: false`)),
  fc.tuple(LATER, EARLIER).map(([later, now]) => front(`date: ${later}`, `date: ${now}`)),
  fc
    .tuple(
      word('Date', 'DATE', 'dates', 'pubDate', 'publishDate', 'publish_date', 'scheduled'),
      LATER,
    )
    .map(([key, later]) => front('title: Later', `${key}: ${later}`)),
  word('expiryDate', 'expires', 'unpublishDate').map((key) => front(`${key}: 2021-01-01`)),
  word('Published', 'publised', 'publish', 'is-published', 'pub lished').chain((key) =>
    NO.map((no) => front('title: Later', `${key}: ${no}`)),
  ),
  word('drafts', 'Draft', 'isDraft', 'drfat').map((key) => front(`${key}: true`)),
  word('ｐｕｂｌｉｓｈｅｄ', 'рublishеd', 'publi\u200bshed', '\u00a0published', 'publishеd').map(
    (key) => front('title: Later', `${key}: false`),
  ),
  word('author', 'image', 'params', 'extra').chain((key) =>
    word('published: false', 'draft: true').map((line) =>
      front(`${key}:`, '  name: N', `  ${line}`),
    ),
  ),
  word('>', '|', '>-').map((block) =>
    front(`description: ${block}`, '  Text', '  published: false'),
  ),
  NO.map((no) => front('title: Later', `  published: ${no}`)),
  NO.map((no) => front('title: Later', `post.published: ${no}`)),
  NO.map((no) => front(`published:${no.replace(/["']/g, '')}`)),
];

/** Folders and names that read like those of drafts. */
const PLACES: fc.Arbitrary<Draft>[] = [
  word(
    'draft',
    'Draft',
    'drafts ',
    ' drafts',
    'my drafts',
    'old-drafts',
    'ｄｒａｆｔｓ',
    'drafts\u200b',
  ).map((folder) => at(`${folder}/`)),
  word('darfts', '_draft')
    .map((folder) => at(`2026/${folder}/`))
    .filter(({ place }) => place !== '2026/_draft/'),
  word('.draft', '.drafts').map((ending) => at('', ending)),
];

const INNOCENT = [
  '---\n\nA rule, and a text below it.\n',
  '| a | b |\n|---|---|\n| date: 1 | draft: 2 |\n',
  '> title: a quotation that begins a post\n',
  '- date: dried\n- fig: fresh\n',
  'Date: a fruit, and how to grow it.\n',
  '```yaml\nname: build\non: push\n```\n\nThat is all it takes.\n',
  '---\npublisher: Somebody\ncraft: weaving\nupdate: yes\n---\nText.\n',
  '---\ntitle: Later\nauthor:\n  name: N\n  published: 3\n---\nText.\n',
  '---\ntitle: "Draft: a history"\ndescription: |\n  What a draft is.\n  A board.\n---\nText.\n',
];

const shapes = [...LOST, ...UNCLEAR, ...PLACES];

it('a draft that is meant as one stops the build in every shape, and no innocent post does', async () => {
  // Each shape once in every build, with what is drawn for it.
  const blog = fc.tuple(...shapes);
  await fc.assert(
    fc.asyncProperty(blog, async (drafts) => {
      const files: Files = {};
      const names = drafts.map(({ place = '', ending = '', text }, i) => {
        const name = `${place}2026-01-0${1 + (i % 9)}-held-back-${i}${ending}.md`;
        files[post(name)] = text;
        return name;
      });
      const innocent = INNOCENT.map((text, i) => {
        const name = `2026-02-0${1 + i}-innocent-${i}.md`;
        files[post(name)] = text;
        return name;
      });
      const project = new Project(files);
      try {
        const { succeeded, log } = await project.build();
        expect(succeeded).toBe(false);
        const missed = names.filter((_, i) => !new RegExp(`held-back-${i}[.]`).test(log));
        expect(missed, log).toEqual([]);
        expect(
          innocent.filter((name) => log.includes(name)),
          log,
        ).toEqual([]);
        expect(log).not.toMatch(/^\s+at .*(?:file:|node:)/m);
        expect(project.files()).toEqual([]);
      } finally {
        project.remove();
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
