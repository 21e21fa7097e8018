import path from 'node:path';
import { filesBelow, readText } from '../files.ts';
import type { LiquidResult } from '../jekyll/liquid/engine.ts';
import { outputPath } from '../post/permalink.ts';
import { toAddress } from '../post/address.ts';
import { hostFiles, rowAddress } from '../post/redirects.ts';
import type { Dialect } from '../post/dialect.ts';
import type { PostSource } from '../post/read.ts';
import type { Problem } from '../problem.ts';
import { CONFIG_FILE, POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { calendarOf } from './calendar.ts';
import { fold } from './characters.ts';
import { expectedCounts, wrongCounts } from './counts.ts';
import { createLibraries } from './libraries.ts';
import { contentsOf, type Content } from './output.ts';
import { withheldFinder } from './pictures.ts';
import {
  leaksOf,
  stretches,
  withoutExplained,
  type Finding,
  type Leak,
  type Origins,
} from './report.ts';
import { Secrets, sentencesOf, type Hit, type Name, type SourceText } from './secrets.ts';
import {
  isUnlisted,
  syntaxOf,
  TEXT,
  type Asset,
  type HiddenSource,
  type Sources,
} from './sources.ts';
import type { Candidate, Meaning } from './withheld.ts';

/** Files whose names Pagefind has chosen, and the names of what is in them. */
const OF_PAGEFIND = /^pagefind\//;
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

/** What was found in files of the output. */
export interface AuditResult {
  /** Stretches of them that only unpublished sources have. */
  leaks: Leak[];
  /** What else must not be there: files and counts. */
  problems: Problem[];
}

/**
 * Reads files of the output and looks for what only unpublished sources contain, so that no
 * page, feed, index or picture can tell of them, whatever wrote it.
 */
export interface Audit {
  /**
   * @param output folder with everything that is to be published
   * @param files paths of the files in it that are to be looked at
   * @param withheld the suspects to which nothing refers
   * @param candidates why each of them was suspected
   */
  search(
    output: string,
    files: readonly string[],
    withheld: readonly Asset[],
    candidates: ReadonlyMap<Asset, Candidate>,
  ): AuditResult;
  /**
   * The leaks that `search` has found, without what a site has that has no content.
   * @param baseline folder of such a site
   */
  compare(baseline: string): Leak[];
}

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
  const libraries = createLibraries(root);
  let findings: Finding[][] = [];

  /** What each group has in files of a site. */
  const findIn = (output: string, files: readonly string[]): Finding[][] => {
    const found = groups.map((): Finding[] => []);
    for (const file of files) {
      const contents = contentsOf(output, file).map((content) => masked(file, content));
      const texts = contents.map(({ text, syntax }) => ({ text: fold(text), syntax }));
      // Its name: no word of it goes beyond one of its parts.
      const name = { text: fold(file), syntax: 'markup' as const };
      const isNamed = !OF_PAGEFIND.test(file) && !isPage(file);
      const parts = isNamed ? file.split('/').map((text) => ({ ...name, text: fold(text) })) : [];
      const isArchive = file.startsWith('archives/');
      for (const [i, { secrets, looksAt }] of groups.entries()) {
        if (!looksAt(file, texts.length > 0)) continue;
        const add = (content: Content, hits: Hit[]) => {
          if (hits.length > 0) found[i]?.push(...stretches(file, content, hits));
        };
        for (const text of [...texts, ...parts]) add(text, secrets.find(text));
        for (const text of texts) add(text, secrets.findPlaces(text, isArchive));
        if (isNamed) add(name, secrets.findPlaces(name, isArchive));
      }
    }
    return found;
  };
  const leaks = () => groups.flatMap((group, i) => leaksOf(findings[i] ?? [], group));

  return {
    search(output, files, withheld, candidates) {
      const shown = assetTexts(
        root,
        suspects.filter((asset) => !withheld.includes(asset)),
      );
      published.push(...shown);
      for (const { secrets } of shown.length === 0 ? [] : groups) {
        for (const text of shown) secrets.clear(text);
        secrets.index();
      }
      const withheldFiles = withheldFinder(root, sources.assets, withheld, candidates);
      const problems = files.flatMap((file) => [
        ...(isPage(file) ? [] : pagesOfHidden(file)),
        ...withheldFiles(output, file),
        ...(file.endsWith('.html')
          ? wrongCounts(file, readText(path.join(output, file)), counts, site)
          : []),
      ]);
      findings = findIn(output, files).map((found, i) =>
        withoutExplained(libraries.without(found, output), () =>
          published.filter(({ file }) => !groups[i]?.isOwn(file)).map(({ text }) => text),
        ),
      );
      return { leaks: leaks(), problems };
    },
    compare(baseline) {
      findings = findIn(baseline, filesBelow(baseline)).map((known, i) => {
        const keys = new Set(known.flatMap(({ keys }) => keys));
        const readable = new Set(
          known.filter(({ readable }) => readable).flatMap(({ keys }) => keys),
        );
        return (findings[i] ?? []).filter((finding) => {
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
  /** Whether an output file may not contain them. */
  looksAt(file: string, isText: boolean): boolean;
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
    ...texts.flatMap(sentencesOf),
  ];
  const secrets = new Secrets(calendar);
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
    ...contentsOf(root, file).map((content) => ({ file, line: 1, ...content })),
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
 * page there, and in the files for hosts. What that page says is searched like any other.
 */
function retractedMask({ retracted, base }: Site) {
  const pages = new Set(Object.keys(retracted).map(outputPath));
  const addresses = new Set(
    Object.keys(retracted).map((path) => rowAddress(toAddress(path), base)),
  );
  return {
    isPage: (file: string) => pages.has(file),
    masked(file: string, content: Content): Content {
      if (!hostFiles.some((host) => host.file === file)) return content;
      const text = content.text.replace(/[^\s"]+/g, (word) => (addresses.has(word) ? '' : word));
      return { ...content, text };
    },
  };
}
