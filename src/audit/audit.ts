import path from 'node:path';
import { readText } from '../files.ts';
import { outputPath } from '../post/permalink.ts';
import { toAddress } from '../post/address.ts';
import { rowAddress } from '../post/redirects.ts';
import type { PostSource } from '../post/read.ts';
import type { Problem } from '../problem.ts';
import { CONFIG_FILE } from '../site/define.ts';
import type { Site } from '../site/schema.ts';
import type { Candidate } from './withheld.ts';
import { calendarOf } from './calendar.ts';
import { fold } from './characters.ts';
import { expectedCounts, wrongCounts } from './counts.ts';
import { contentOf, type Content } from './output.ts';
import { withheldFinder } from './pictures.ts';
import { report, stretches, type Finding, type Origins } from './report.ts';
import { Secrets, type Name, type SourceText } from './secrets.ts';
import {
  isUnlisted,
  syntaxOf,
  TEXT,
  type Asset,
  type HiddenSource,
  type Sources,
} from './sources.ts';

/** Files whose names Pagefind has chosen. */
const OF_PAGEFIND = /^pagefind\//;

/** What an audit needs to know. */
export interface AuditOptions {
  /** The project's folder. */
  root: string;
  site: Site;
  sources: Sources;
  /** Assets that are withheld unless something in the output refers to them. */
  suspects: readonly Asset[];
}

/**
 * Reads files of the output and looks for what only unpublished sources contain, so that no
 * page, feed, index or picture can tell of them, whatever wrote it.
 * @param output folder with everything that is to be published
 * @param files paths of the files in it that are to be looked at
 * @param withheld the suspects to which nothing refers
 * @param candidates why each of them was suspected
 * @returns each place of a leak; nothing where they may be published
 */
export type Audit = (
  output: string,
  files: readonly string[],
  withheld: readonly Asset[],
  candidates: ReadonlyMap<Asset, Candidate>,
) => Problem[];

/** Prepares an audit: learns from the sources what only unpublished ones contain. */
export function createAudit(options: AuditOptions): Audit {
  const { root, site, sources, suspects } = options;
  const published = publicTexts(options);
  const groups = [hiddenGroup(options), unlistedGroup(options)].filter(
    ({ secrets }) => !secrets.isEmpty,
  );
  for (const { secrets, isOwn } of groups) {
    secrets.index();
    for (const text of published) if (!isOwn(text.file)) secrets.clear(text);
    secrets.index();
  }

  const counts = expectedCounts(listedPosts(sources), site);
  const pagesOfHidden = pageFinder(sources);
  const { isPage, masked } = retractedMask(site);

  return (output, files, withheld, candidates) => {
    const shown = suspects.filter((asset) => !withheld.includes(asset));
    const texts = assetTexts(root, shown);
    published.push(...texts);
    for (const { secrets } of shown.length === 0 ? [] : groups) {
      for (const text of texts) secrets.clear(text);
      secrets.index();
    }
    const withheldFiles = withheldFinder(root, sources.assets, withheld, candidates);
    const problems: Problem[] = [];
    const findings = groups.map((): Finding[] => []);
    for (const file of files) {
      const content = masked(file, contentOf(output, file));
      const texts = content ? [content] : [];
      if (!OF_PAGEFIND.test(file) && !isPage(file)) texts.push({ text: file, syntax: 'markup' });
      const parts = texts.map(({ text, syntax }) => ({ text: fold(text), syntax }));
      for (const [i, { secrets, looksAt }] of groups.entries()) {
        if (!looksAt(file, content !== undefined)) continue;
        for (const part of parts) findings[i]?.push(...stretches(file, part, secrets.find(part)));
      }
      if (!isPage(file)) problems.push(...pagesOfHidden(file));
      problems.push(...withheldFiles(output, file));
      if (content && file.endsWith('.html')) {
        problems.push(...wrongCounts(file, content.text, counts, site));
      }
    }
    const reports = groups.flatMap((group, i) =>
      report(findings[i] ?? [], group, () =>
        published.filter(({ file }) => !group.isOwn(file)).map(({ text }) => text),
      ),
    );
    return [...problems, ...reports];
  };
}

/** Secrets that are looked for together. */
interface Group extends Origins {
  /** Whether a published source is none for this group. */
  isOwn(file: string): boolean;
  /** Whether an output file may not contain them. */
  looksAt(file: string, isText: boolean): boolean;
}

/** What nobody may read: drafts, scheduled posts, backups, comments, withheld files. */
function hiddenGroup({ root, site, sources, suspects }: AuditOptions): Group {
  const { hidden, posts, published } = sources;
  const texts = [
    ...hidden.map(({ text }) => text),
    ...published.flatMap(({ notes }) => notes),
    ...suspects.filter(({ file }) => TEXT.test(file)).map(({ file }) => textFile(root, file)),
  ];
  const names = suspects.flatMap(({ file }) => {
    const { name, base } = path.posix.parse(file);
    return [name, base].map((name) => ({ file, name }));
  });
  const group = createGroup(site, hidden, posts, texts, names);
  return { ...group, isOwn: () => false, looksAt: () => true };
}

/** What only those may read who know the address: unlisted posts, everywhere but in their own pages. */
function unlistedGroup({ site, sources }: AuditOptions): Group {
  const { unlisted } = sources;
  const files = new Set(unlisted.map(({ file }) => file));
  const pages = new Set(unlisted.flatMap(({ urls }) => urls.map(outputPath)));
  const texts = unlisted.map(({ text }) => text);
  return {
    ...createGroup(site, unlisted, listedPosts(sources), texts, []),
    isOwn: (file) => files.has(file),
    looksAt: (file, isText) => isText && !pages.has(file) && !file.startsWith('_astro/'),
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
  ];
  const secrets = new Secrets(calendar);
  for (const text of texts) secrets.addText(text);
  for (const name of names) secrets.addName(name);
  secrets.index();
  for (const word of calendar) secrets.clear({ text: word, syntax: 'code' });
  for (const { terms } of others) {
    for (const name of [...terms.categories, ...terms.tags]) secrets.clearTerm(name);
  }
  return { secrets, texts, names };
}

function languagesOf(site: Site, posts: readonly PostSource[]): Set<string> {
  return new Set([site.lang, 'en', ...posts.flatMap(({ frontMatter }) => frontMatter.lang ?? [])]);
}

/** Everything that pages, feeds and indexes may repeat. */
function publicTexts({ root, site, sources, suspects }: AuditOptions): SourceText[] {
  const { published, assets, code } = sources;
  const visible = assets.filter((asset) => !suspects.includes(asset));
  const files = code.filter((file) => TEXT.test(file) && file !== CONFIG_FILE);
  // What it says of retracted posts may stand in their own places alone: see `retractedMask`.
  const { retracted: _, ...publicSite } = site;
  return [
    { file: CONFIG_FILE, line: 1, text: JSON.stringify(publicSite), syntax: 'json' },
    ...files.map((file) => textFile(root, file)),
    ...assetTexts(root, visible),
    ...published.flatMap(({ about, text }) => [about, text]),
  ];
}

/** What files that the public may have say, by their names and by their texts. */
function assetTexts(root: string, assets: readonly Asset[]): SourceText[] {
  return assets.flatMap(({ file }) => [
    { file, line: 1, text: file, syntax: 'code' as const },
    ...(TEXT.test(file) ? [textFile(root, file)] : []),
  ]);
}

function textFile(root: string, file: string): SourceText {
  const text = readText(path.join(root, file));
  return { file, line: 1, text, syntax: syntaxOf(file) };
}

/** Finds pages at the addresses of unpublished posts, unless a published one lives there. */
function pageFinder({ hidden, published }: Sources): (output: string) => Problem[] {
  const taken = new Set(published.flatMap(({ urls }) => urls.map(outputPath)));
  const owners = new Map(
    hidden.flatMap(({ urls, file }) => urls.map((url) => [outputPath(url), file])),
  );
  return (output) => {
    const file = taken.has(output) ? undefined : owners.get(output);
    const message = `is not for the public, but has a page: ${output}`;
    return file === undefined ? [] : [{ file, message }];
  };
}

/**
 * Where the owner says what became of a retracted post, its address is no leak: as the name of the
 * page there, and in the rows of `_redirects`. What that page says is searched like any other.
 */
function retractedMask({ retracted, base }: Site) {
  const pages = new Set(Object.keys(retracted).map(outputPath));
  const addresses = new Set(
    Object.keys(retracted).map((path) => rowAddress(toAddress(path), base)),
  );
  return {
    isPage: (file: string) => pages.has(file),
    masked(file: string, content: Content | undefined): Content | undefined {
      if (file !== '_redirects' || !content) return content;
      const text = content.text.replace(/\S+/g, (word) => (addresses.has(word) ? '' : word));
      return { ...content, text };
    },
  };
}
