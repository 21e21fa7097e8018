import { redirectsOf } from '../html/local-address.ts';
import { filesBelow } from '../lib/files.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import { fingerprint, NOT_FOR_AUDIT } from '../store/fingerprint.ts';
import type { Problem } from '../lib/problem.ts';
import type { Site } from '../site/schema.ts';
import {
  addressesLeft,
  joinAddresses,
  judgeAddresses,
  reasonOf,
  type AddressesFound,
  type Missing,
} from './missing-addresses.ts';
import { createBuiltNames } from './built-names.ts';
import { expectedCounts } from './counts.ts';
import {
  assetTexts,
  hiddenGroup,
  listedPosts,
  publicTexts,
  unlistedGroup,
  type Group,
} from './groups.ts';
import { createLibraries } from './libraries.ts';
import { digestOf, type Memory, type Past } from './memory.ts';
import { leftoverAssets, withheldFinder } from './hidden-pictures.ts';
import { leaksOf, withoutExplained, type Finding, type Leak } from './report.ts';
import { perform, retractedMask, type Found, type Task } from './search.ts';
import type { SourceText } from './secrets.ts';
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
export type Share = <Answer>(
  files: readonly string[],
  taskOf: (files: readonly string[]) => Task,
) => Promise<Answer[]>;

/** Reads the sources and prepares an audit: learns what only unpublished ones contain. */
export async function createAudit(
  root: string,
  site: Site,
  now: number,
  share: Share = async <Answer>(
    files: readonly string[],
    taskOf: (files: readonly string[]) => Task,
  ) => [perform(site, taskOf(files)) as Answer],
): Promise<Audit> {
  const { sources, meanings, named, dialect } = await readUnpublished(root, site, now);
  const leftovers = leftoverAssets(sources);
  const suspects = [...new Set([...named.keys(), ...leftovers])];
  const options = { root, site, sources, suspects, meanings, dialect };
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
  const code = fingerprint(root, site, NOT_FOR_AUDIT);
  let past: Past | undefined;
  let asked = '';
  let addresses: AddressesFound = joinAddresses([]);
  let withheld: Asset[] = [];
  let findings: Finding[][] = [];

  /** What each group has in some files of a folder. */
  const searchIn = async (folder: string, files: readonly string[]) => {
    const wanted = { groups: groups.map(wantedOf), counts };
    const found = await share<Found>(files, (files) => ({ kind: 'search', folder, wanted, files }));
    return {
      ofGroups: groups.map((_, i) => found.flatMap(({ findings }) => findings[i] ?? [])),
      problems: found.flatMap(({ problems }) => problems),
      clean: found.flatMap(({ clean }) => clean),
    };
  };
  const leaks = () => groups.flatMap((group, i) => leaksOf(findings[i] ?? [], group));

  return {
    async withheld(output, known) {
      past = known;
      const all = filesBelow(output);
      const candidates = outputsOf(named.keys());
      const question = { output, all, candidates, copied: outputsOf(sources.assets) };
      const read = async (files: readonly string[]) =>
        joinAddresses(
          await share<AddressesFound>(files, (files) => ({
            kind: 'addresses',
            ...question,
            files,
          })),
        );
      asked = digestOf(code, candidates, question.copied, redirectsOf(output));
      const kept = past?.question === asked ? past.kept : new Set<string>();
      const others = await read(all.filter((file) => !kept.has(file)));
      const left = past && kept.size > 0 ? addressesLeft(past, others, output, all) : undefined;
      addresses = left ? joinAddresses([left, others]) : await read(all);
      const gone = unreferenced(candidates, addresses.shown);
      const isGone = (asset: Asset) => asset.output === undefined || gone.has(asset.output);
      withheld = suspects.filter((asset) => isGone(asset) || leftovers.includes(asset));
      const texts = assetTexts(
        root,
        suspects.filter((asset) => !withheld.includes(asset)),
      );
      published.push(...texts);
      if (texts.length > 0) clear(texts);
      return {
        hidden: sources.hidden.length,
        leftovers: [...outputsOf(leftovers)],
        withheld: [...named].flatMap(([{ output }, candidate]): [string, string][] =>
          output !== undefined && gone.has(output) ? [[output, reasonOf(candidate)]] : [],
        ),
      };
    },
    async verdict(output) {
      const files = filesBelow(output);
      const wanted = digestOf(code, groups.map(wantedOf));
      const known = past?.wanted === wanted ? past.clean : [];
      const clean = new Set(known.filter((file) => past?.kept.has(file)));
      const { ofGroups, problems, ...rest } = await searchIn(
        output,
        files.filter((file) => !clean.has(file)),
      );
      const libraries = createLibraries(root);
      const isBuiltName = createBuiltNames(files);
      findings = groups.map(({ isOwn }, i) => {
        const found = libraries.without(ofGroups[i] ?? [], output);
        return withoutExplained(
          found.filter((finding) => !isBuiltName(finding)),
          () => published.filter(({ file }) => !isOwn(file)).map(({ text }) => text),
        );
      });
      const judged = judgeAddresses(addresses, root, sources, site, named.values(), withheld);
      const pagesOfHidden = pageFinder(sources, site);
      const withheldFiles = withheldFinder(root, sources.assets, withheld, named);
      const ofFiles = files.flatMap((file) => [
        ...pagesOfHidden(file),
        ...withheldFiles(output, file),
      ]);
      return {
        leaks: leaks(),
        problems: [...judged.problems, ...problems, ...ofFiles],
        missing: judged.missing,
        memory: {
          wanted,
          clean: [...clean, ...rest.clean],
          question: asked,
          all: files,
          addresses,
        },
      };
    },
    async comparison(baseline) {
      const { ofGroups } = await searchIn(baseline, filesBelow(baseline));
      findings = findings.map((findings, i) => {
        const known = ofGroups[i] ?? [];
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

const wantedOf = ({ secrets, ownPages }: Group) => ({ secrets: secrets.data, ownPages });

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
