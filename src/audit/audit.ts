import { existsSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import { fingerprint, NOT_FOR_AUDIT } from '../store/fingerprint.ts';
import type { Problem } from '../lib/problem.ts';
import type { Site } from '../site/schema.ts';
import { judgeAddresses, reasonOf, type Missing } from './missing-addresses.ts';
import { createBuiltNames } from './built-names.ts';
import { expectedCounts } from './counts.ts';
import { Answers } from './answers.ts';
import {
  assetTexts,
  clearAll,
  hiddenGroup,
  listedPosts,
  publicTexts,
  unlistedGroup,
} from './groups.ts';
import { createLibraries } from './libraries.ts';
import { follow, isData, joinLinks, type Followed } from './links.ts';
import { wantedSince, type Memory, type Past } from './memory.ts';
import { leftoverAssets, withheldFinder } from './hidden-pictures.ts';
import { leaksOf, withoutExplained, type Finding, type Leak } from './report.ts';
import {
  foundIn,
  joinFound,
  retractedMask,
  search,
  type Found,
  type Task,
  type WantedGroup,
} from './search.ts';
import { isNothing } from './secrets.ts';
import type { Asset, Sources } from './sources.ts';
import { readUnpublished, unreferenced } from './withheld.ts';

/** Which files of the output have to go. */
export interface Withheld {
  /** How many unpublished files there are. */
  hidden: number;
  /** Files that editors and systems have left. */
  leftovers: string[];
  /** Files that only unpublished sources name, and where. */
  withheld: [file: string, reason: string][];
}

/** What is wrong with the output. */
export interface Verdict {
  /** Stretches of it that only unpublished sources have. */
  leaks: Leak[];
  /** What else must not be there: files, counts, addresses. */
  problems: Problem[];
  /** Addresses at which there is nothing. */
  missing: Missing[];
  /** For the next audit. */
  memory: Memory;
}

/**
 * Knows what only unpublished sources contain, so that no page, feed, index or picture can tell of it,
 * whatever wrote it. It is asked for one after the other, with the folder of everything that is to be
 * published.
 */
export interface Audit {
  /**
   * Which files have to go.
   * @param past what the last audit knew; what it found in files that are as they were counts as far as
   * that was asked for which is asked for now
   */
  withheld(output: string, past?: Past): Promise<Withheld>;
  /** What is wrong with the files that stay. */
  verdict(output: string): Promise<Verdict>;
  /** The leaks that remain beside a site without content, whose folder it is given. */
  comparison(baseline: string): Promise<Leak[]>;
}

/** Divides files among those who do a task. */
export type Share = (
  files: readonly string[],
  taskOf: (files: readonly string[]) => Task,
) => Promise<Found[]>;

/** What an audit is done with. */
export interface Means {
  share?: Share;
  /** Absolute path of where is kept what was found out of sources; nowhere without. */
  cache?: string;
}

/** Reads the sources and prepares an audit: learns what only unpublished ones contain. */
export async function createAudit(
  root: string,
  site: Site,
  now: number,
  { share = async (files, taskOf) => [search(site, taskOf(files))], cache }: Means = {},
): Promise<Audit> {
  const code = fingerprint(root, site, NOT_FOR_AUDIT);
  const answers = new Answers(code, cache);
  const { sources, meanings, named, dialect } = await readUnpublished(root, site, now, answers);
  const leftovers = leftoverAssets(sources);
  const suspects = [...new Set([...named.keys(), ...leftovers])];
  const options = { root, site, sources, suspects, meanings, dialect, answers };
  const published = publicTexts(options);
  const groups = [hiddenGroup(options), unlistedGroup(options)];
  for (const group of groups) clearAll(group, published, answers);
  answers.save();
  const counts = expectedCounts(listedPosts(sources), site);
  const candidates = outputsOf(named.keys());
  const copied = outputsOf(sources.assets);
  let past: Past | undefined;
  let all: string[] = [];
  let read = new Set<string>();
  let found = joinFound([]);
  let links = joinLinks([]);
  let followed: Followed = { shown: [], inScripts: [], nowhere: [] };
  let withheld: Asset[] = [];
  /** Whether less is secret than what was looked for first. */
  let isLess = false;
  let findings: Finding[][] = [];

  const wanted = () => groups.map(({ secrets, ownPages }) => ({ secrets: secrets.data, ownPages }));
  /** Searches files of a folder. */
  const look = async (
    folder: string,
    files: readonly string[],
    groups: WantedGroup[],
    more: Pick<Task, 'copied'> = {},
  ) =>
    joinFound(
      await share(files, (files) => ({ folder, files, wanted: { groups, counts }, ...more })),
    );
  const leaks = () => groups.flatMap((group, i) => leaksOf(findings[i] ?? [], group));

  return {
    async withheld(output, known) {
      past = known?.code === code ? known : undefined;
      all = filesBelow(output);
      const isRead = (file: string) =>
        !past?.kept.has(file) ||
        !(past.clean.has(file) || past.others.has(file)) ||
        (isData(file) && copied.has(file));
      read = new Set(all.filter(isRead));
      // What data refers to is of interest only where there is a candidate.
      const data = candidates.size > 0 ? copied : new Set<string>();
      found = await look(output, [...read], wanted(), { copied: data });
      const linksLeft = past ? [joinLinks([past.links], (file) => !isRead(file))] : [];
      links = joinLinks([...linksLeft, ...found.links]);
      followed = follow(links, output, all, candidates);
      const gone = unreferenced(candidates, followed.shown);
      const isGone = (asset: Asset) => asset.output === undefined || gone.has(asset.output);
      withheld = suspects.filter((asset) => isGone(asset) || leftovers.includes(asset));
      const texts = assetTexts(
        root,
        suspects.filter((asset) => !withheld.includes(asset)),
      );
      published.push(...texts);
      isLess = texts.length > 0;
      if (isLess) for (const group of groups) clearAll(group, texts, answers);
      return {
        hidden: sources.hidden.length,
        leftovers: [...outputsOf(leftovers)],
        withheld: [...named].flatMap(([{ output }, candidate]): [string, string][] =>
          output !== undefined && gone.has(output) ? [[output, reasonOf(candidate)]] : [],
        ),
      };
    },
    async verdict(output) {
      const gone = outputsOf(withheld);
      const files = all.filter((file) => !gone.has(file) || existsSync(path.join(output, file)));
      const asked = wanted();
      const since = past && wantedSince(past.groups, asked);
      const isSpared = (file: string) =>
        !read.has(file) && past?.clean.has(file) && since?.isSearched(file);
      const spared = files.filter(isSpared);
      const innocent = new Set(found.clean);
      const again = new Set(
        files.filter((file) => (read.has(file) ? isLess && !innocent.has(file) : !isSpared(file))),
      );
      const present = new Set(files);
      const searched = joinFound([
        foundIn(found, (file) => present.has(file) && !again.has(file)),
        await look(output, [...again], asked),
        since?.groups.some(({ secrets }) => !isNothing(secrets))
          ? await look(output, spared, since.groups)
          : { ...joinFound([]), clean: spared },
      ]);
      const libraries = createLibraries(root);
      const isBuiltName = createBuiltNames(files);
      findings = groups.map(({ isOwn }, i) => {
        const ofGroup = libraries.without(searched.findings[i] ?? [], output);
        return withoutExplained(
          ofGroup.filter((finding) => !isBuiltName(finding)),
          () => published.filter(({ file }) => !isOwn(file)).map(({ text }) => text),
        );
      });
      const judged = judgeAddresses(followed, root, sources, site, named.values(), withheld);
      const pagesOfHidden = pageFinder(sources, site);
      const withheldFiles = withheldFinder(root, sources.assets, withheld, named);
      const ofFiles = files.flatMap((file) => [
        ...pagesOfHidden(file),
        ...withheldFiles(output, file),
      ]);
      const clean = new Set(searched.clean);
      return {
        leaks: leaks(),
        problems: [...judged.problems, ...searched.problems, ...ofFiles],
        missing: judged.missing,
        memory: { code, groups: asked, clean, others: present.difference(clean), links },
      };
    },
    async comparison(baseline) {
      const ofBaseline = await look(baseline, filesBelow(baseline), wanted());
      findings = findings.map((findings, i) => {
        const known = ofBaseline.findings[i] ?? [];
        const keys = new Set(known.flatMap(({ keys }) => keys));
        const readable = new Set(
          known.filter(({ readable }) => readable).flatMap(({ keys }) => keys),
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

function outputsOf(assets: Iterable<Asset>): Set<string> {
  return new Set(Array.from(assets).flatMap(({ output }) => output ?? []));
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
