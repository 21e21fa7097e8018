import { hash } from 'node:crypto';
import path from 'node:path';
import type { Problem } from '../lib/problem.ts';
import { toAddress } from '../jekyll/rules/address.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import { unpackedName } from '../outputs/packed.ts';
import { hostFiles } from '../source/hosting.ts';
import { rowAddress } from '../source/redirects.ts';
import { decodePath } from '../lib/url.ts';
import type { Site } from '../site/schema.ts';
import { createReader } from '../lib/files.ts';
import { createLinkReader, type Links } from './links.ts';
import { fold } from './characters.ts';
import { showsCounts, wrongCounts } from './counts.ts';
import { contentsOf, piecesOf, readingsOf, type Content } from './output.ts';
import { stretches, type Finding } from './report.ts';
import { Secrets, type Hit, type SecretsData } from './secrets.ts';

/** Files whose names Pagefind has chosen. */
const OF_PAGEFIND = /^pagefind\//;

/** What is looked for in the output, as it can be handed to another thread. */
interface Wanted {
  /** Secrets that are looked for together. */
  groups: WantedGroup[];
  /** How many posts the page of each term and year has. */
  counts: ReadonlyMap<string, number>;
}

export interface WantedGroup {
  secrets: SecretsData;
  /** For what no list may name: its own pages, which may. None where nobody may read it. */
  ownPages: ReadonlySet<string> | undefined;
}

/** What threads do side by side, each with a share of the files of a site. */
export interface Task {
  folder: string;
  /** Paths below it. */
  files: readonly string[];
  wanted: Wanted;
  /** Where links are read too: the files that are copied from `public/`. */
  copied?: ReadonlySet<string>;
}

/** What was found in files of the output. */
export interface Found {
  /** For each group. */
  findings: Finding[][];
  /** Counts that published posts do not explain. */
  problems: Problem[];
  /** Files in which there is nothing. */
  clean: string[];
  /** Where they were read, by each who has read. */
  links: Links[];
}

/** All that threads have found, each in a share of the files. */
export function joinFound(parts: readonly Found[]): Found {
  const groups = Math.max(0, ...parts.map(({ findings }) => findings.length));
  return {
    findings: Array.from({ length: groups }, (_, i) =>
      parts.flatMap(({ findings }) => findings[i] ?? []),
    ),
    problems: parts.flatMap(({ problems }) => problems),
    clean: parts.flatMap(({ clean }) => clean),
    links: parts.flatMap(({ links }) => links),
  };
}

/** What was found in some of the files. */
export function foundIn(
  { findings, problems, clean, links }: Found,
  isWanted: (file: string) => boolean,
): Found {
  return {
    findings: findings.map((group) => group.filter(({ output }) => isWanted(output))),
    problems: problems.filter(({ file }) => isWanted(file)),
    clean: clean.filter(isWanted),
    links,
  };
}

/** Reads files of the output, each once, and looks for secrets in them. */
export function search(site: Site, { folder, files, wanted, copied }: Task): Found {
  const groups = wanted.groups.map(({ secrets, ownPages }) => ({
    secrets: new Secrets(secrets),
    ownPages,
    findings: new Array<Finding>(),
  }));
  const asked = groups.filter(({ secrets }) => !secrets.isEmpty);
  const problems: Problem[] = [];
  const clean: Found['clean'] = [];
  const links = copied && createLinkReader(site, copied);
  const { isRetracted, masked } = retractedMask(site);
  const read = createReader();
  /** Digests of pieces that have nothing: feeds repeat posts, and pages their scripts. */
  const innocent = new Set<string>();
  for (const file of files) {
    const bytes = read(path.join(folder, file));
    links?.read(file, () => bytes.toString('utf8'));
    const contents = contentsOf(bytes, file).map((content) => masked(file, content));
    const hasCounts = file.endsWith('.html') && showsCounts(contents[0]?.text ?? '');
    if (hasCounts) {
      problems.push(...wrongCounts(file, contents[0]?.text ?? '', wanted.counts, site));
    }
    const found = () => groups.reduce((sum, { findings }) => sum + findings.length, 0);
    const before = found();
    const isArchive = file.startsWith('archives/');
    const isExempt = contents.length === 0 || file.startsWith('_astro/');
    // What a server hands out packed lies there already where the last site had it.
    const page = unpackedName(file);
    const looking = asked.filter(({ ownPages }) => !ownPages || !(isExempt || ownPages.has(page)));
    const count = (content: Content, hitsIn: (secrets: Secrets) => Hit[]) => {
      let all = 0;
      for (const { secrets, findings } of looking) {
        const hits = hitsIn(secrets);
        if (hits.length > 0) findings.push(...stretches(file, content, hits));
        all += hits.length;
      }
      return all;
    };
    for (const piece of looking.length === 0 ? [] : contents.flatMap(piecesOf)) {
      const digest = piece.syntax + hash('sha1', piece.text, 'base64');
      if (innocent.has(digest)) continue;
      let hits = 0;
      for (const { text, syntax } of readingsOf(piece)) {
        const folded = { text: fold(text), syntax };
        hits += count(folded, (secrets) => secrets.find(folded));
        hits += count(folded, (secrets) => secrets.findPlaces(folded, isArchive));
      }
      if (hits === 0 && !isArchive && looking.length === asked.length) innocent.add(digest);
    }
    if (!OF_PAGEFIND.test(file) && !isRetracted(file)) {
      // Its name: no word of it goes beyond one of its parts.
      for (const part of file.split('/')) {
        const folded = { text: fold(part), syntax: 'markup' as const };
        count(folded, (secrets) => secrets.find(folded));
      }
      const name = { text: fold(file), syntax: 'markup' as const };
      count(name, (secrets) => secrets.findPlaces(name, isArchive));
    }
    // What counts are right changes with each post.
    if (found() === before && !hasCounts) clean.push(file);
  }
  return {
    findings: groups.map(({ findings }) => findings),
    problems,
    clean,
    links: links ? [links.links] : [],
  };
}

/** Keys of files for hosts that stand in no template. */
const SYNTAX = /"(?:source|destination|statusCode)":/g;

/**
 * Where the owner says what became of a retracted post, its address is no leak: as the name of the
 * page there, and in the files for hosts. What that page says is searched like any other.
 */
export function retractedMask({ retracted, base }: Site) {
  const pages = new Set(Object.keys(retracted).map(outputPath));
  const addresses = Object.keys(retracted).map((path) => rowAddress(toAddress(path), base));
  const files = Array.from(pages, (page) => `${base}/${page}`);
  const told = [...addresses, ...addresses.map(decodePath), ...files].map((text) =>
    RegExp.escape(text),
  );
  // Each stands between blanks or quotation marks.
  const telling = new RegExp(`(?<=^|["\\s])(?:${told.join('|')})(?=["\\s;])`, 'g');
  return {
    isRetracted: (file: string) => pages.has(file),
    masked(file: string, content: Content): Content {
      if (!hostFiles.some((host) => host.file === file)) return content;
      const text = content.text.replace(SYNTAX, '');
      return { ...content, text: told.length === 0 ? text : text.replace(telling, '') };
    },
  };
}
