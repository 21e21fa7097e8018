import path from 'node:path';
import { createTargets } from '../../html/local-address.ts';
import { filesBelow } from '../../lib/files.ts';
import { decodePath } from '../../lib/url.ts';
import { contentUrl } from '../../source/content-url.ts';
import { readFolder } from '../../source/folder.ts';
import { readPages } from '../../source/read-page.ts';
import { PAGES_FOLDER, POSTS_FOLDER } from '../../site/paths.ts';
import type { Site } from '../../site/schema.ts';
import { politely, type Answer, type Ask } from './ask.ts';
import { homeOf } from './live-site.ts';

/** A post or page that is held back: a draft, one that waits for its date, one that was taken back. */
export interface Unpublished {
  /** Its file, relative to the project's root. */
  source: string;
  /** Path below the base path, percent-encoded: where it would be, or was. */
  url: string;
}

/** What a live site says where something is held back. */
export interface Secret {
  /** Below the base path, decoded. */
  path: string;
  kind: 'unpublished';
  /** `same` where the site shows something there. */
  answer: 'same' | 'missing';
  /** Its file, relative to the project's root. */
  source: string;
}

/**
 * All that is held back. What stands at an address of the built site is public, whatever else would be there.
 * @param dist absolute path of the site as it was built
 */
export function readUnpublished(
  root: string,
  dist: string,
  site: Site,
  now: number,
): Unpublished[] {
  const options = { site, now, drafts: false };
  const targetOf = createTargets(filesBelow(dist), dist);
  return [
    ...readFolder(root, options).withheld.map((each) => `${POSTS_FOLDER}/${each.path}`),
    ...readPages(root, options).withheld.map((file) => `${PAGES_FOLDER}/${file}`),
  ].flatMap((source) => {
    const url = contentUrl(root, path.join(root, source));
    const isPublic = url !== undefined && targetOf(decodePath(url)) !== undefined;
    return url === undefined || isPublic ? [] : [{ source, url }];
  });
}

/** An address at which no site has anything. */
const NOWHERE = 'galley-verify-asks-for-nothing/';

/** Asks a live site for all that must not be there. */
export async function askForUnpublished(
  unpublished: readonly Unpublished[],
  address: string,
  ask: Ask,
): Promise<Secret[]> {
  if (unpublished.length === 0) return [];
  const home = homeOf(address);
  // Some servers answer whatever they are asked for.
  const nothing = await ask(new URL(NOWHERE, home).href);
  return politely(unpublished, async ({ source, url }): Promise<Secret> => {
    const asked = new URL(home.pathname.slice(0, -1) + url, home);
    const answer = await ask(asked.href);
    const isAnyAnswer = nothing?.isThere === true && nothing.text === answer?.text;
    const isShown = answer?.isThere === true && !leadsAway(answer, asked) && !isAnyAnswer;
    return {
      path: decodePath(url),
      kind: 'unpublished',
      answer: isShown ? 'same' : 'missing',
      source,
    };
  });
}

/** Whether one was sent to another page: `/draft` to `/draft/` is the same. */
function leadsAway({ url }: Answer, asked: URL): boolean {
  const plain = ({ pathname }: URL) =>
    decodePath(pathname).replace(/(?:\/|\/?index\.html|\.html)$/, '');
  return plain(url) !== plain(asked);
}
