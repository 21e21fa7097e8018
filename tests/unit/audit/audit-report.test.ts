import { expect, it } from 'vitest';
import { leaksOf, type Finding, type Origins } from '../../../src/audit/report.ts';
import { noSecrets, Secrets, type Hit } from '../../../src/audit/secrets.ts';
import { problemsOf } from '../../../src/audit/told.ts';

const FILE = 'src/content/posts/_drafts/plan.md';

function origins(text: string): Origins {
  const secrets = new Secrets(noSecrets(new Set()));
  const source = { file: FILE, line: 1, text, syntax: 'markdown' as const };
  secrets.addText(source);
  secrets.index();
  return { secrets, texts: [source], names: () => [] };
}

const finding = (words: string, hits: readonly Pick<Hit, 'key' | 'kind'>[]): Finding => ({
  output: 'feed.xml',
  words,
  keys: hits.map(({ key }) => key),
  kinds: new Set(hits.map(({ kind }) => kind)),
  readable: true,
});

it.each<[string, Finding]>([
  ['a stretch of text', finding('they agreed on the price', [{ key: 17, kind: 'phrase' }])],
  ['a word', finding('merger', [{ key: 17, kind: 'name' }])],
  ['a title', finding('Merger', [{ key: 'title merger', kind: 'title' }])],
  [
    'a stretch with a word',
    finding('they agreed on the merger', [
      { key: 17, kind: 'phrase' },
      { key: 18, kind: 'name' },
    ]),
  ],
])('tells of %s whose source cannot be found', (_, found) => {
  const leaks = leaksOf([found], origins('Something else.'));
  expect(problemsOf(leaks)).toMatchObject([
    { file: 'feed.xml', message: expect.stringContaining(found.words) },
  ]);
});

it('tells nothing of a word that has the number of another by chance', () => {
  const { secrets, ...rest } = origins('Acquisition.');
  const [{ key, kind } = { key: 0, kind: 'name' as const }] = secrets.find({
    text: 'acquisition',
    syntax: 'markup',
  });
  const all = { secrets, ...rest };
  expect(leaksOf([finding('weather', [{ key, kind }])], all)).toEqual([]);
  expect(leaksOf([finding('acquisition', [{ key, kind }])], all)).toMatchObject([{ file: FILE }]);
});
