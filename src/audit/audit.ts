import path from 'node:path';
import { readText } from '../files.ts';
import type { LiquidResult } from '../jekyll/liquid/engine.ts';
import { outputPath } from '../post/permalink.ts';
import type { Dialect } from '../post/dialect.ts';
import type { PostSource } from '../post/read.ts';
import type { Problem } from '../problem.ts';
import { CONFIG_FILE, POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { calendarOf } from './calendar.ts';
import { expectedCounts } from './counts.ts';
import { createLibraries } from './libraries.ts';
import { contentsOf, readingsOf } from './output.ts';
import { withheldFinder } from './pictures.ts';
import { leaksOf, withoutExplained, type Finding, type Leak, type Origins } from './report.ts';
import { retractedMask, type Found, type Wanted } from './search.ts';
import { noSecrets, Secrets, sentencesOf, type Name, type SourceText } from './secrets.ts';
import {
  isUnlisted,
  syntaxOf,
  TEXT,
  type Asset,
  type HiddenSource,
  type Sources,
} from './sources.ts';
import type { Candidate, Meaning } from './withheld.ts';

/** What Pagefind calls what is in its files. */
const PAGEFIND_KEYS =
  'version languages wasm hash page_count include_characters url content word_count filters meta anchors location element id text title image';

/** What Markdown puts before an address that is written without a scheme. https://github.github.com/gfm/#autolinks-extension- */
const MARKDOWN_WORDS = 'mailto xmpp http';

/** Code that writes what readers see. Code that reads and checks posts says nothing to them. */
const SHOWN =
  /^src\/(?:pages|layouts|components|i18n|styles|scripts|client|feeds|search|comments|social|markdown|html|integrations|build)\//;

/** What an audit needs to know. */
export interface AuditOptions {
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
}

/** What is wrong with an output. */
export interface Verdict {
  /** Stretches of it that only unpublished sources have. */
  leaks: Leak[];
  /** What else must not be there: files and counts. */
  problems: Problem[];
}

/**
 * Knows what only unpublished sources contain, so that no page, feed, index or picture can tell of it,
 * whatever wrote it.
 */
export interface Audit {
  /**
   * What has to be looked for.
   * @param withheld the suspects to which nothing refers
   */
  wanted(withheld: readonly Asset[]): Wanted;
  /**
   * What is wrong, when that was looked for.
   * @param output folder with everything that is to be published
   * @param files paths of the files in it
   * @param withheld the same as before
   * @param candidates why each of them was suspected
   */
  judge(
    found: readonly Found[],
    output: string,
    files: readonly string[],
    withheld: readonly Asset[],
    candidates: ReadonlyMap<Asset, Candidate>,
  ): Verdict;
  /**
   * The leaks of `judge`, without what a site has that has no content.
   * @param known what was found in such a site
   */
  compare(known: readonly Found[]): Leak[];
}

/** Prepares an audit: learns from the sources what only unpublished ones contain. */
export function createAudit(options: AuditOptions): Audit {
  const { root, site, sources, suspects } = options;
  const published = publicTexts(options);
  const groups = [hiddenGroup(options), unlistedGroup(options)].filter(
    ({ secrets }) => !secrets.isEmpty,
  );
  const clear = (texts: readonly SourceText[]) => {
    for (const { secrets, isOwn } of groups) {
      for (const text of texts) if (!isOwn(text.file)) secrets.clear(text);
      secrets.index();
    }
  };
  clear(published);
  const counts = expectedCounts(listedPosts(sources), site);
  let findings: Finding[][] = [];
  const leaks = () => groups.flatMap((group, i) => leaksOf(findings[i] ?? [], group));
  const ofGroup = (found: readonly Found[], i: number) =>
    found.flatMap(({ findings }) => findings[i] ?? []);

  return {
    wanted(withheld) {
      const shown = suspects.filter((asset) => !withheld.includes(asset));
      const texts = assetTexts(root, shown);
      published.push(...texts);
      if (texts.length > 0) clear(texts);
      return {
        groups: groups.map(({ secrets, ownPages }) => ({ secrets: secrets.data, ownPages })),
        counts,
      };
    },
    judge(found, output, files, withheld, candidates) {
      const pagesOfHidden = pageFinder(sources, site);
      const withheldFiles = withheldFinder(root, sources.assets, withheld, candidates);
      const libraries = createLibraries(root);
      findings = groups.map(({ isOwn }, i) =>
        withoutExplained(libraries.without(ofGroup(found, i), output), () =>
          published.filter(({ file }) => !isOwn(file)).map(({ text }) => text),
        ),
      );
      const problems = files.flatMap((file) => [
        ...pagesOfHidden(file),
        ...withheldFiles(output, file),
      ]);
      return {
        leaks: leaks(),
        problems: [...found.flatMap(({ problems }) => problems), ...problems],
      };
    },
    compare(known) {
      findings = findings.map((findings, i) => {
        const all = ofGroup(known, i);
        const keys = new Set(all.flatMap(({ keys }) => keys));
        const readable = new Set(
          all.filter(({ readable }) => readable).flatMap(({ keys }) => keys),
        );
        return findings.filter((finding) => {
          const explaining = finding.readable ? readable : keys;
          return !finding.keys.every((key) => explaining.has(key));
        });
      });
      return leaks();
    },
  };
}

/** Secrets that are looked for together. */
interface Group extends Origins {
  /** Whether a published source is none for this group. */
  isOwn(file: string): boolean;
  /** The pages that may say them. */
  ownPages: ReadonlySet<string> | undefined;
}

/** What nobody may read: drafts, scheduled posts, backups, comments, withheld files. */
function hiddenGroup({ root, site, sources, suspects, meanings }: AuditOptions): Group {
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
  const group = createGroup(site, hidden, posts, texts, names);
  return { ...group, isOwn: () => false, ownPages: undefined };
}

/** What only those may read who know the address: unlisted posts, everywhere but in their own pages. */
function unlistedGroup({ site, sources }: AuditOptions): Group {
  const { unlisted } = sources;
  const files = new Set(unlisted.map(({ file }) => file));
  const texts = unlisted.map(({ text }) => text);
  return {
    ...createGroup(site, unlisted, listedPosts(sources), texts, []),
    isOwn: (file) => files.has(file),
    ownPages: new Set(unlisted.flatMap(({ urls }) => urls.map(outputPath))),
  };
}

function listedPosts({ posts }: Sources): PostSource[] {
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
): Origins {
  const calendar = calendarOf(languagesOf(site, others));
  const names: Name[] = [
    ...sources.flatMap((source) => [
      ...source.names,
      ...source.urls.map((name) => ({ file: source.file, name })),
      ...source.terms,
    ]),
    ...moreNames,
    ...texts.flatMap(sentencesOf),
  ];
  const secrets = new Secrets(noSecrets(calendar));
  for (const text of texts) secrets.addText(text);
  for (const name of names) secrets.addName(name);
  secrets.index();
  for (const word of calendar) secrets.clear({ text: word, syntax: 'code' });
  for (const { terms, title } of others) {
    for (const name of [...terms.categories, ...terms.tags]) {
      secrets.clearName({ name, kind: 'term' });
    }
    secrets.clearName({ name: title });
  }
  return { secrets, texts, names };
}

function languagesOf(site: Site, posts: readonly PostSource[]): Set<string> {
  return new Set([site.lang, 'en', ...posts.flatMap(({ frontMatter }) => frontMatter.lang ?? [])]);
}

/** Everything that pages, feeds and indexes may repeat. */
function publicTexts({ root, site, sources, suspects, dialect }: AuditOptions): SourceText[] {
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
function assetTexts(root: string, assets: readonly Asset[]): SourceText[] {
  return assets.flatMap(({ file }) => [
    { file, line: 1, text: file, syntax: 'code' as const },
    ...contentsOf(root, file)
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

/**
 * Finds pages at the addresses of unpublished posts, unless a published one lives there, or the owner
 * says there what became of it.
 */
function pageFinder({ hidden, published }: Sources, site: Site): (output: string) => Problem[] {
  const { isRetracted } = retractedMask(site);
  const taken = new Set(published.flatMap(({ urls }) => urls.map(outputPath)));
  const owners = new Map(
    hidden.flatMap(({ urls, file }) => urls.map((url) => [outputPath(url), file])),
  );
  return (output) => {
    const file = taken.has(output) || isRetracted(output) ? undefined : owners.get(output);
    const message = `is not for the public, but has a page: ${output}`;
    return file === undefined ? [] : [{ file, message }];
  };
}
