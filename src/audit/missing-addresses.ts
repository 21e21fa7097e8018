import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesAt, findSpelling } from '../html/local-address.ts';
import { deadLink } from '../check/missing-files.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import type { Problem } from '../lib/problem.ts';
import { PUBLIC_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import type { Followed } from './links.ts';
import { fold } from './mentions.ts';
import type { Asset, Sources } from './sources.ts';
import type { Candidate } from './withheld.ts';

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

/**
 * Judges links when it is known what was withheld.
 * @param candidates what unpublished sources name
 * @param withheld those that are not in the output any more
 */
export function judgeAddresses(
  found: Followed,
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
  for (const { from, address, ...place } of found.nowhere) {
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

/** Why a file is withheld. */
export function reasonOf(candidate: Candidate | undefined): string {
  if (!candidate) return 'a program has left it there';
  const { by, asset } = candidate;
  if (by.file === asset.file) return 'it lies in a hidden folder, and nothing published shows it';
  const place = by.line === undefined ? by.file : `${by.file}:${by.line}`;
  return `${place} names it, and nothing published shows it`;
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
