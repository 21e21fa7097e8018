import path from 'node:path';
import { filesBelow, readText } from '../lib/files.ts';
import {
  createResolve,
  createTargets,
  findSpelling,
  isAnyFragment,
  type LocalAddress,
} from '../html/local-address.ts';
import { referencesInHtml } from '../html/references.ts';
import { deadLink } from '../check/missing-files.ts';
import { isMadeByBuild } from '../source/routes.ts';
import type { Problem } from '../lib/problem.ts';
import { PUBLIC_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';

/** A text after rendering. */
interface LinkedText {
  /** Relative to the project's root. */
  file: string;
  /** Of its page, below the base path. */
  url: string;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  /** Addresses that it leads to, as its page has them. */
  links: readonly string[];
  /** Files that it publishes with itself: paths below the base path. */
  beside: readonly string[];
  /** Addresses of which something else is told. */
  told: readonly string[];
}

/** Finds links to addresses of the site at which there will be nothing, without a build. */
export type FindDeadLinks = (text: LinkedText) => Promise<Problem[]>;

/**
 * @param files paths in the output that are known beforehand, but for those of `public/`
 * @param idsOf what can be referred to in the page that a file of the output is; nothing where it is unknown
 */
export function createDeadLinks(
  root: string,
  site: Site,
  files: Iterable<string>,
  idsOf: (output: string) => Promise<ReadonlySet<string> | undefined>,
): FindDeadLinks {
  const publicFolder = path.join(root, PUBLIC_FOLDER);
  const copied = filesBelow(publicFolder);
  const targetOf = createTargets([...files, ...copied], publicFolder);
  const isCopied = new Set(copied);
  const resolve = createResolve(site);
  const idsIn = (output: string) =>
    isCopied.has(output)
      ? referencesInHtml(readText(path.join(publicFolder, output))).ids
      : idsOf(output);

  return async ({ file, url, body, bodyLine, links, beside, told }) => {
    const besides = new Set(beside.map((address) => resolve(site.base + address, url)?.path));
    const isTold = new Set(told.map((address) => resolve(address, url)?.path));
    const problems: Problem[] = [];
    for (const link of new Set(links)) {
      const place = resolve(link, url);
      if (!place || besides.has(place.path) || isTold.has(place.path)) continue;
      if (isMadeByBuild(place.path) || (await isThere(place))) continue;
      const { value, line } = findSpelling(body, link, site);
      // What Liquid has written stands nowhere in the file.
      const at = line === undefined ? { value } : { value, line: bodyLine + line - 1 };
      problems.push(deadLink({ file, ...at }, place));
    }
    return problems;
  };

  async function isThere({ path, fragment }: LocalAddress): Promise<boolean> {
    const target = targetOf(path);
    if (target === undefined) return false;
    if (isAnyFragment(fragment) || !target.endsWith('.html')) return true;
    const ids = await idsIn(target);
    return ids === undefined || ids.has(fragment);
  }
}
