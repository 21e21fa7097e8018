import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createResolve,
  createTargets,
  filesAt,
  findSpelling,
  isAnyFragment,
  type LocalAddress,
} from '../html/local-address.ts';
import {
  referencesInCss,
  referencesInHtml,
  stringsInScript,
  type Reference,
} from '../html/references.ts';
import { deadLink } from '../check/missing-files.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import type { Problem } from '../lib/problem.ts';
import { PUBLIC_FOLDER } from '../site/paths.ts';
import { isLasting } from '../search/index-files.ts';
import type { Site } from '../site/schema.ts';
import { fold } from './mentions.ts';
import type { Asset, Sources } from './sources.ts';
import type { Candidate } from './withheld.ts';

/** A reference from one file of the output to another: both are paths in it. */
type OutputReference = readonly [from: string, to: string];

/** An address of the site at which there is nothing. */
export interface Missing {
  /** What is missing, the same from whatever page it is looked for. */
  key: string;
  /** Whether it was found in the page of the post or page that says it; lists repeat what posts say. */
  isOwn: boolean;
  problem: Problem;
}

/** What has to be told of the addresses in the output. */
interface Addresses {
  /** What stops the build. */
  problems: Problem[];
  /** What is missing for another reason. */
  missing: Missing[];
}

/** The addresses in files of the output, as far as something has to be known of them. */
export interface AddressesFound {
  /** References to candidates. */
  shown: OutputReference[];
  /** What may be one, in scripts. */
  inScripts: OutputReference[];
  /** Addresses at which there is nothing. */
  nowhere: Nowhere[];
  /** What can be referred to in pages. */
  ids: [page: string, ids: string[]][];
}

interface Nowhere {
  from: string;
  address: string;
  place: LocalAddress;
}

/** Where addresses are looked for. */
export interface AddressQuestion {
  /** Folder of the output. */
  output: string;
  /** Every file in it. */
  all: readonly string[];
  /** Those that are candidates. */
  candidates: ReadonlySet<string>;
  /** Those that are copied from `public/`. */
  copied: ReadonlySet<string>;
}

/** Reads the addresses in files of the output. */
export function readAddresses(
  site: Site,
  question: AddressQuestion,
  files: readonly string[],
): AddressesFound {
  const { output, all, candidates } = question;
  const found: AddressesFound = { shown: [], inScripts: [], nowhere: [], ids: [] };
  const resolve = createResolve(site);
  const targetOf = createTargets(all, output);
  const atRoot = new Map<string, LocalAddress | undefined>();
  const idsOf = new Map<string, Set<string>>();
  const idsIn = (file: string) => {
    let ids = idsOf.get(file);
    if (!ids) {
      ids = referencesInHtml(readFileSync(path.join(output, file), 'utf8')).ids;
      idsOf.set(file, ids);
    }
    return ids;
  };
  for (const file of files) {
    const { references, ids: own, base } = referencesIn(question, file);
    const page = `/${file.split('/').map(encodeURIComponent).join('/')}`;
    // A page that is relative to another site has no relative addresses here.
    const here = base === undefined ? page : pageAt(resolve(base, page));
    const isHtml = file.endsWith('.html');
    if (isHtml) found.ids.push([file, [...(own ?? [])]]);
    const seen = new Set<string>();
    for (const { address, by } of references) {
      if (seen.has(address)) continue;
      seen.add(address);
      let place: LocalAddress | undefined;
      if (!address.startsWith('/')) place = here === undefined ? here : resolve(address, here);
      else if (atRoot.has(address)) place = atRoot.get(address);
      else atRoot.set(address, (place = resolve(address, '/')));
      if (!place) continue;
      const target = targetOf(place.path);
      if (target === undefined) {
        if (isHtml && by === 'markup') found.nowhere.push({ from: file, address, place });
        continue;
      }
      if (candidates.has(target)) {
        (by === 'script' ? found.inScripts : found.shown).push([file, target]);
      }
      const { fragment } = place;
      if (by !== 'markup' || !isHtml || !target.endsWith('.html')) continue;
      if (isAnyFragment(fragment)) continue;
      const ids = target === file ? own : idsIn(target);
      if (!ids?.has(fragment)) found.nowhere.push({ from: file, address, place });
    }
  }
  return found;
}

/** All that threads have found, each in a share of the files. */
export function joinAddresses(found: readonly AddressesFound[]): AddressesFound {
  return {
    shown: found.flatMap(({ shown }) => shown),
    inScripts: found.flatMap(({ inScripts }) => inScripts),
    nowhere: found.flatMap(({ nowhere }) => nowhere),
    ids: found.flatMap(({ ids }) => ids),
  };
}

/**
 * What was found before in files that are as they were. It still holds where no file is gone that pages may
 * name and no page has lost an id; what led nowhere may lead somewhere now.
 * @param before what was found in all files
 * @param now what was found in those that are not as they were
 * @param output folder of the output
 * @param all every file in it
 * @returns nothing where it may not hold any more
 */
export function addressesLeft(
  {
    kept,
    all: allBefore,
    addresses: before,
  }: { kept: ReadonlySet<string>; all: readonly string[]; addresses: AddressesFound },
  now: AddressesFound,
  output: string,
  all: readonly string[],
): AddressesFound | undefined {
  const present = new Set(all);
  const idsNow = new Map(now.ids.map(([page, ids]) => [page, new Set(ids)]));
  const hasLost = before.ids.some(([page, ids]) => {
    const others = kept.has(page) ? undefined : idsNow.get(page);
    return others && ids.some((id) => !others.has(id));
  });
  const isGone = (file: string) => !present.has(file) && !isLasting(file);
  if (hasLost || allBefore.some(isGone)) return undefined;
  const idsLater = new Map(before.ids.filter(([page]) => kept.has(page)));
  const targetOf = createTargets(all, output);
  const isNowhere = ({ place }: Nowhere) => {
    const target = targetOf(place.path);
    if (target === undefined) return true;
    if (!target.endsWith('.html') || isAnyFragment(place.fragment)) return false;
    return !(
      idsNow.get(target)?.has(place.fragment) ?? idsLater.get(target)?.includes(place.fragment)
    );
  };
  return {
    shown: before.shown.filter(([from]) => kept.has(from)),
    inScripts: before.inScripts.filter(([from]) => kept.has(from)),
    nowhere: before.nowhere.filter((one) => kept.has(one.from) && isNowhere(one)),
    ids: before.ids.filter(([page]) => kept.has(page)),
  };
}

/**
 * Judges them when it is known what was withheld.
 * @param candidates what unpublished sources name
 * @param withheld those that are not in the output any more
 */
export function judgeAddresses(
  found: AddressesFound,
  root: string,
  sources: Sources,
  site: Site,
  candidates: Iterable<Candidate>,
  withheld: readonly Asset[],
): Addresses {
  const judged: Addresses = { problems: [], missing: [] };
  const gone = new Map(withheld.map((asset) => [fold(asset.output ?? ''), asset]));
  const reasons = new Map(Array.from(candidates, (candidate) => [candidate.asset, candidate]));
  const hiddenPages = new Map(
    sources.hidden.flatMap(({ urls, file }) => urls.map((url) => [outputPath(url), file])),
  );
  const sourceOf = sourceFinder(root, sources);
  const tellWithheld = (from: string, address: string, asset: Asset) => {
    judged.problems.push({
      ...sourceOf(from, address, site).place,
      field: 'address',
      message: `leads to ${asset.file}, which is not in the site: ${reasonOf(reasons.get(asset))}`,
      hint: 'Write its address in the page exactly as the file is called, or take it out of the unpublished one.',
    });
  };
  for (const [from, target] of found.inScripts) {
    const asset = gone.get(fold(target));
    if (asset) tellWithheld(from, `/${target}`, asset);
  }
  for (const { from, address, place } of found.nowhere) {
    const files = filesAt(place.path);
    const asset = files.map((file) => gone.get(fold(file))).find((asset) => asset);
    const draft =
      hiddenPages.get(outputPath(place.path)) ?? hiddenPages.get(outputPath(`${place.path}/`));
    if (asset) tellWithheld(from, address, asset);
    else if (draft !== undefined) {
      judged.problems.push({
        ...sourceOf(from, address, site).place,
        field: 'link',
        message: `leads to ${draft}, which is not published`,
        hint: 'Take the link out, or publish the other post first.',
      });
    } else {
      const { isOwn, place: at } = sourceOf(from, address, site);
      judged.missing.push({
        key: `${place.path}#${place.fragment}`,
        isOwn,
        problem: deadLink(at, place),
      });
    }
  }
  return judged;
}

function referencesIn(
  { output, candidates, copied }: AddressQuestion,
  file: string,
): { references: Reference[]; ids?: Set<string>; base?: string } {
  const read = () => readFileSync(path.join(output, file), 'utf8');
  const as = (by: Reference['by'], addresses: string[]) => ({
    references: addresses.map((address) => ({ address, by })),
  });
  if (/\.(?:x?html?|svg)$/i.test(file)) return referencesInHtml(read());
  if (candidates.size === 0) return as('markup', []);
  if (/\.css$/i.test(file)) return as('markup', referencesInCss(read()));
  if (/\.m?js$/i.test(file)) return as('script', stringsInScript(read()));
  if (!copied.has(file)) return as('markup', []);
  if (/\.(?:xml|xsl)$/i.test(file)) return referencesInHtml(read());
  return as('data', /\.(?:json|webmanifest)$/i.test(file) ? stringsInJson(read()) : []);
}

/** Why a file is withheld. */
export function reasonOf(candidate: Candidate | undefined): string {
  if (!candidate) return 'a program has left it there';
  const { by, asset } = candidate;
  if (by.file === asset.file) return 'it lies in a hidden folder, and nothing published shows it';
  const place = by.line === undefined ? by.file : `${by.file}:${by.line}`;
  return `${place} names it, and nothing published shows it`;
}

function pageAt(place: LocalAddress | undefined): string | undefined {
  return place && encodeURI(place.path).replace(/[?#]/g, encodeURIComponent);
}

/** Finds where in the sources an address stands that is in a page. */
function sourceFinder(root: string, { published }: Sources) {
  const owners = new Map(published.map(({ file, urls: [url = ''] }) => [outputPath(url), file]));
  const texts = new Map<string, string>();
  const textOf = (file: string) => {
    let text = texts.get(file);
    if (text === undefined) {
      const place = path.join(root, file);
      texts.set(file, (text = existsSync(place) ? readFileSync(place, 'utf8') : ''));
    }
    return text;
  };
  return (page: string, address: string, site: Pick<Site, 'url' | 'base'>) => {
    const owner = owners.get(page);
    const file =
      owner ??
      (existsSync(path.join(root, PUBLIC_FOLDER, page))
        ? `${PUBLIC_FOLDER}/${page}`
        : `dist/${page}`);
    const place = { file, ...findSpelling(textOf(file), address, site) };
    return { isOwn: owner !== undefined, place };
  };
}

function stringsInJson(text: string): string[] {
  const strings: string[] = [];
  try {
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string') strings.push(value);
    });
  } catch {
    // What cannot be read shows nothing.
  }
  return strings;
}
