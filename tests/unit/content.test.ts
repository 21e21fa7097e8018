import { expect, it } from 'vitest';
import { contentProblems } from '../../src/cli/content.ts';
import { folderWith, post, site, type Files } from './audit-fixture.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const TEA = post('2026-01-01-tea.md');
const DRAFT = post('2026-02-01-draft.md');

async function problemsIn(files: Files, config = site) {
  const { problems, warnings } = await contentProblems(folderWith(files), config, NOW);
  return [...problems, ...warnings];
}

const published = (text: string) => ({
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

it('finds posts at one address, and published ones that the configuration calls retracted', async () => {
  const twice = { ...published(''), [post('2026-03-01-b.md')]: '---\nslug: tea\n---\n' };
  expect(await problemsIn(twice)).toMatchObject([{ value: '/posts/tea/' }]);
  const config = { ...site, retracted: { '/posts/tea/': 'gone', '/posts/draft/': 'gone' } };
  expect(await problemsIn(published(''), config)).toMatchObject([
    { field: 'retracted', value: '/posts/tea/' },
  ]);
});
