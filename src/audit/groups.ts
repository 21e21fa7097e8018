import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serialize } from 'node:v8';
import { readText } from '../lib/files.ts';
import { inParts } from '../lib/parts.ts';
import type { LiquidResult } from '../jekyll/liquid/engine.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import type { PostSource } from '../source/read-post.ts';
import { CONFIG_FILE, POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import type { Answers } from './answers.ts';
import { calendarOf } from './calendar.ts';
import { contentsOf, readingsOf } from './output.ts';
import type { Origins } from './report.ts';
import { noSecrets, Secrets, sentencesOf, type Name, type SourceText } from './secrets.ts';
import {
  isUnlisted,
  syntaxOf,
  TEXT,
  type Asset,
  type HiddenSource,
  type Sources,
} from './sources.ts';
import type { Meaning } from './withheld.ts';

/** What Pagefind calls what is in its files. */
const PAGEFIND_KEYS =
  'version languages wasm hash page_count include_characters url content word_count filters meta anchors location element id text title image';

/** What Markdown puts before an address that is written without a scheme. https://github.github.com/gfm/#autolinks-extension- */
const MARKDOWN_WORDS = 'mailto xmpp http';

/** Code that writes what readers see. Code that reads and checks posts says nothing to them. */
const SHOWN =
  /^src\/(?:pages|layouts|components|i18n|styles|client|feeds|search|comments|social|markdown|html|build)\//;

/** What has to be known to tell secrets from what is public. */
export interface GroupOptions {
  /** The project's folder. */
  root: string;
  site: Site;
  sources: Sources;
  /** Assets that are withheld unless something in the output refers to them. */
  suspects: readonly Asset[];
  /** What the hidden sources say. */
  meanings: readonly Meaning[];
  /** Runs Liquid in published posts. */
  dialect: Pick<Dialect, 'expandPost' | 'expandPage'>;
  answers: Answers;
}

/** Secrets that are looked for together. */
export interface Group extends Origins {
  /** Whether a published source is none for this group. */
  isOwn(file: string): boolean;
  /** The pages that may say them. */
  ownPages: ReadonlySet<string> | undefined;
}

/** What nobody may read: drafts, scheduled posts, backups, comments, withheld files. */
export function hiddenGroup({
  root,
  site,
  sources,
  suspects,
  meanings,
  answers,
}: GroupOptions): Group {
  const { hidden, posts, published } = sources;
  const texts = [
    ...hidden.map(({ text }) => text),
    ...meanings.flatMap(({ file, said }) =>
      said.map((text) => ({ file, line: 1, text, syntax: syntaxOf(file) })),
    ),
    ...published.flatMap(({ notes }) => notes),
    ...suspects.filter(({ file }) => TEXT.test(file)).map(({ file }) => textFile(root, file)),
  ];
  const names = suspects.flatMap(({ file }) => {
    const { name, base } = path.posix.parse(file);
    return [name, base].map((name) => ({ file, name }));
  });
  const group = createGroup(site, hidden, posts, texts, names, answers);
  return { ...group, isOwn: () => false, ownPages: undefined };
}

/** What only those may read who know the address: unlisted posts, everywhere but in their own pages. */
export function unlistedGroup({ site, sources, answers }: GroupOptions): Group {
  const { unlisted } = sources;
  const files = new Set(unlisted.map(({ file }) => file));
  const texts = unlisted.map(({ text }) => text);
  return {
    ...createGroup(site, unlisted, listedPosts(sources), texts, [], answers),
    isOwn: (file) => files.has(file),
    ownPages: new Set(unlisted.flatMap(({ urls }) => urls.map(outputPath))),
  };
}

export function listedPosts({ posts }: Sources): PostSource[] {
  return posts.filter((post) => !isUnlisted(post));
}

/**
 * @param sources whose texts and names are secrets
 * @param others posts whose terms and languages are none
 */
function createGroup(
  site: Site,
  sources: readonly HiddenSource[],
  others: readonly PostSource[],
  texts: SourceText[],
  moreNames: readonly Name[],
  answers: Answers,
): Origins {
  const calendar = calendarOf(languagesOf(site, others));
  const ownNames: Name[] = [
    ...sources.flatMap((source) => [
      ...source.names,
      ...source.urls.map((name) => ({ file: source.file, name })),
      ...source.terms,
    ]),
    ...moreNames,
  ];
  const names = () => [...ownNames, ...texts.flatMap(sentencesOf)];
  const publicNames = others.flatMap(({ terms, title }): Pick<Name, 'name' | 'kind'>[] => [
    ...[...terms.categories, ...terms.tags].map((name) => ({ name, kind: 'term' as const })),
    { name: title },
  ]);
  const question = [
    [...calendar],
    ownNames.map(({ name, kind }) => [name, kind]),
    publicNames.map(({ name, kind }) => [name, kind]),
    texts.map(({ syntax, text }) => [syntax, text]),
  ];
  const data = answers.to(
    question.map((part) => JSON.stringify(part)),
    () => {
      const secrets = new Secrets(noSecrets(calendar));
      for (const text of texts) secrets.addText(text);
      for (const name of names()) secrets.addName(name);
      secrets.index();
      for (const word of calendar) secrets.clear({ text: word, syntax: 'code' });
      for (const name of publicNames) secrets.clearName(name);
      return secrets.data;
    },
  );
  return { secrets: new Secrets(data), texts, names };
}

/**
 * Takes out of the secrets of a group all that published texts contain too. These are read in parts, of each of which is
 * kept what it takes out: an edited post is read with its neighbours alone.
 */
export function clearAll(
  { secrets, isOwn }: Pick<Group, 'secrets' | 'isOwn'>,
  published: readonly SourceText[],
  answers: Answers,
): void {
  if (secrets.isEmpty) return;
  const all = hash('sha1', serialize(secrets.data), 'base64url');
  const others = published.filter(({ file }) => !isOwn(file));
  const shared = inParts(others, ({ file }) => file).map((texts) =>
    answers.to([all, ...texts.flatMap(({ syntax, text }) => [syntax, text])], () =>
      secrets.sharedWith(texts),
    ),
  );
  for (const one of shared) secrets.remove(one);
  secrets.index();
}

function languagesOf(site: Site, posts: readonly PostSource[]): Set<string> {
  return new Set([site.lang, 'en', ...posts.flatMap(({ frontMatter }) => frontMatter.lang ?? [])]);
}

/** Everything that pages, feeds and indexes may repeat. */
export function publicTexts({
  root,
  site,
  sources,
  suspects,
  dialect,
}: GroupOptions): SourceText[] {
  const { published, posts, pages, assets, code } = sources;
  const shown = (file: string, body: string, { text }: LiquidResult): SourceText[] =>
    text === body ? [] : [{ file, line: 1, text, syntax: syntaxOf(file) }];
  const visible = assets.filter((asset) => !suspects.includes(asset));
  // What it says of retracted posts may stand in their own places alone: see `retractedMask`. What it
  // says of drafts' folders is no text of the site.
  const { retracted: _, defaults: __, ...publicSite } = site;
  return [
    { file: CONFIG_FILE, line: 1, text: JSON.stringify(publicSite), syntax: 'json' },
    { file: 'pagefind', line: 1, text: PAGEFIND_KEYS, syntax: 'code' },
    { file: 'markdown', line: 1, text: MARKDOWN_WORDS, syntax: 'code' },
    ...code.filter((file) => SHOWN.test(file)).map((file) => withoutComments(textFile(root, file))),
    ...assetTexts(root, visible),
    ...published.flatMap(({ about, text }) => [about, text]),
    // What templates and data say is public where a published text shows it.
    ...posts.flatMap((post) =>
      shown(`${POSTS_FOLDER}/${post.path}`, post.body, dialect.expandPost(post)),
    ),
    ...pages.flatMap((page) => shown(page.file, page.body, dialect.expandPage(page))),
  ];
}

/** What files that the public may have say, by their names, and by what is read of them in the output. */
export function assetTexts(root: string, assets: readonly Asset[]): SourceText[] {
  return assets.flatMap(({ file }) => [
    { file, line: 1, text: file, syntax: 'code' as const },
    ...contentsOf(readFileSync(path.join(root, file)), file)
      .flatMap(readingsOf)
      .map((content) => ({ file, line: 1, ...content })),
  ]);
}

function textFile(root: string, file: string): SourceText {
  const text = readText(path.join(root, file));
  return { file, line: 1, text, syntax: syntaxOf(file) };
}

/** What is said in code to its readers alone clears nothing. */
function withoutComments(source: SourceText): SourceText {
  const comments = /\/\*[^]*?\*\/|(?<![:"'`\\])\/\/[^\n]*|<!--[^]*?-->/g;
  return { ...source, text: source.text.replace(comments, ' ') };
}
