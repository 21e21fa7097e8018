import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertConfig } from '../../../src/cli/import/jekyll-config.ts';
import { planImport } from '../../../src/cli/import/plan.ts';
import { renderMarkdownSync } from '../../../src/markdown/render.ts';
import { createDialect, type Dialect } from '../../../src/dialect/dialect.ts';
import { titleFromSlug } from '../../../src/jekyll/rules/file-name.ts';
import { formatOf } from '../../../src/source/formats.ts';
import { readFolder } from '../../../src/source/folder.ts';
import type { PostSource } from '../../../src/source/read-post.ts';
import { parseYaml } from '../../../src/jekyll/rules/yaml.ts';
import { defineSite } from '../../../src/site/define.ts';
import { POSTS_FOLDER } from '../../../src/site/paths.ts';
import { fold, wordsOf } from '../../support/text.ts';

/** A Jekyll site of one post for each rule, and what Jekyll 4.3 made of each. */
const SITE = 'tests/fixtures/jekyll/site';
const EXPECTED = 'tests/fixtures/jekyll/expected.jsonl';

/** The page of the manual that gives a reason for each deliberate difference. */
const MANUAL = 'src/content/posts/2026-03-27-differences-from-jekyll.md';

/** Where Galley differs on purpose: the heading of the manual that says why. */
const DIFFERENCES: Record<string, string> = {
  '_posts/2014-01-05-cat-int.md': 'Values that cannot be used',
  '_posts/2014-01-05-cat-mapping.md': 'Values that cannot be used',
  '_posts/2014-01-05-fm-latin1.md': 'Files that are not UTF-8',
  '_posts/2014-01-05-fm-leading-blank.md': 'Front matter that is lost',
  '_posts/2014-01-05-fm-unclosed.md': 'Front matter that is lost',
  '_posts/2014-01-05-perma-unknown.md': 'Unknown placeholders',
  '_posts/2014-01-05-pub-n.md': 'Other words for false',
  '_posts/2014-01-05-pub-quoted-false.md': 'Other words for false',
  '_posts/2014-01-05-pub-word.md': 'Values that are no booleans',
  '_posts/2014-01-05-pub-zero.md': 'Values that are no booleans',
  '_posts/2014-01-05-draft-true.md': 'The key draft',
  '_posts/2014-01-05-body-include-missing.md': 'Missing includes',
  '_posts/2014-01-05-body-gist.md': 'Gists',
  '_posts/2014-01-05-body-math.md': 'Formulas',
  '_posts/2014-01-05-body-mathjax.md': 'Formulas',
  '_posts/2014-01-05-body-fence-attrs.md': 'Fences with attributes',
  '_posts/2014-01-05-body-fence-title.md': 'Fences with titles',
  '_posts/2014-01-05-body-iframe.md': 'HTML within a sentence',
  '_posts/2014-01-05-body-links.md': 'Links without brackets',
  '_posts/2014-01-05-body-liquid-flow.md': 'The id of an excerpt',
};

/** What Jekyll made of a file. */
interface Expected {
  path: string;
  status: string;
  read_error?: string;
  future?: boolean;
  date_utc: string;
  title: string | number | boolean;
  url_site: string;
  categories: (string | number | boolean | null)[];
  tags: (string | number | boolean | null)[];
  text: string;
}

const expected = readFileSync(EXPECTED, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Expected);
const config = parseYaml(readFileSync(`${SITE}/_config.yml`, 'utf8')) as Record<string, unknown>;
const site = defineSite(
  convertConfig(config, 'Synthetic', { plugins: [], templates: [], indexes: [] }).config,
  {},
);
const now = Date.parse('2026-06-01T00:00:00Z');

const root = mkdtempSync(path.join(tmpdir(), 'galley-rules-'));
const outcomes = new Map<string, PostSource | 'withheld' | 'unreadable'>();
let dialect: Dialect;

beforeAll(async () => {
  const { posts, others } = planImport(SITE, config);
  for (const { from, to } of [...posts, ...others]) {
    mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
    cpSync(path.join(SITE, from), path.join(root, to));
  }
  const folder = readFolder(root, { site, now, drafts: false });
  dialect = await createDialect(
    root,
    site,
    { ...folder, pages: [], documents: [], withheldPages: [] },
    now,
  );

  const byTarget = new Map<string, PostSource | 'withheld'>();
  for (const post of folder.posts) byTarget.set(post.path, post);
  for (const { path } of folder.withheld) byTarget.set(path, 'withheld');
  for (const { from, to } of posts) {
    outcomes.set(from, byTarget.get(path.posix.relative(POSTS_FOLDER, to)) ?? 'unreadable');
  }
});

afterAll(() => rmSync(root, { recursive: true }));

/** What became of a post, in the terms of `expectationOf`. */
function outcomeOf(file: string) {
  const outcome = outcomes.get(file) ?? 'not a post';
  if (typeof outcome === 'string') return outcome;
  const { text, problems } = dialect.expandPost(outcome);
  if (problems.length > 0) return 'mistake in Liquid';
  const isVerbatim = formatOf(file) === 'verbatim';
  return {
    date: outcome.date.time,
    title: outcome.frontMatter.title ?? titleFromSlug(outcome.fileName.slug),
    url: outcome.url,
    ...outcome.terms,
    words: wordsOf(isVerbatim ? text : renderMarkdownSync(dialect.toMarkdown(text))),
  };
}

function expectationOf(record: Expected) {
  const { status, read_error, future } = record;
  if (status === 'not_a_post' || status === 'skipped') return 'not a post';
  if (status === 'build_abort' || read_error) return 'unreadable';
  if (status === 'unpublished' || future) return 'withheld';
  if (status === 'render_error' || status === 'ok_with_stubbed_tags') return 'mistake in Liquid';
  const names = (values: Expected['tags']) => [
    ...new Set(values.filter((value) => value !== null && value !== '').map(String)),
  ];
  return {
    date: Date.parse(record.date_utc),
    title: String(record.title),
    url: record.url_site,
    categories: names(record.categories),
    tags: names(record.tags),
    words: fold(record.text),
  };
}

describe('as Jekyll', () => {
  const same = expected.filter((record) => !(record.path in DIFFERENCES));
  it.each(same.map((record) => [record.path, record] as const))('%s', (file, record) => {
    expect(outcomeOf(file)).toEqual(expectationOf(record));
  });
});

describe('other than Jekyll, with a reason', () => {
  const manual = readFileSync(MANUAL, 'utf8');
  it.each(Object.entries(DIFFERENCES))('%s', (file, heading) => {
    const record = expected.find(({ path }) => path === file);
    expect(record).toBeDefined();
    if (record) expect(outcomeOf(file)).not.toEqual(expectationOf(record));
    expect(manual).toContain(`### ${heading}\n`);
  });
});
