import { existsSync } from 'node:fs';
import path from 'node:path';
import { createResolve, createTargets, filesAt, REDIRECTS_FILE } from '../../html/local-address.ts';
import { filesBelow, readText } from '../../lib/files.ts';
import { once } from '../../lib/once.ts';
import type { Site } from '../../site/schema.ts';
import { compareFeed, itemsOf, type FeedComparison } from './feed.ts';
import { decodePath } from '../../lib/url.ts';
import type { Unpublished } from './unpublished.ts';
import type { OldAddress } from './old-site.ts';
import { comparePages, type PageComparison } from './page.ts';

/** What an old address leads to now; `withheld` is what its author holds back. */
type Answer = 'same' | 'redirect' | 'missing' | 'withheld';

/** What became of an address. */
export interface Row {
  path: string;
  kind: OldAddress['kind'];
  answer: Answer;
  page?: Omit<PageComparison, 'links'> & {
    /** Addresses of the site in the old text that lead nowhere now. */
    deadLinks: string[];
  };
  feed?: FeedComparison;
}

/**
 * What became of each address of an old site.
 * @param folder absolute path of the site as it was built
 * @param unpublished what is held back
 */
export function compareSites(
  old: readonly OldAddress[],
  folder: string,
  site: Site,
  unpublished: readonly Unpublished[],
): Row[] {
  const targetOf = createTargets(filesBelow(folder), folder);
  const wasThere = answeredBefore(old);
  const withheld = new Set(unpublished.flatMap(({ url }) => filesAt(decodePath(url))));
  const resolve = createResolve(site);
  const read = once((file: string) => readText(path.join(folder, file)));
  const ownItems = existsSync(path.join(folder, 'feed.json')) ? itemsOf(read('feed.json')) : [];

  return old.map(({ path: address, kind, text }): Row => {
    const file = targetOf(address.normalize('NFC'));
    const row = { path: address, kind, answer: answerOf(file, address) };
    if (file === undefined || text === undefined || row.answer === 'redirect') return row;
    if (kind === 'feed') return { ...row, feed: compareFeed(itemsOf(text), ownItems) };
    if (kind !== 'page' || !/\.html?$/.test(file)) return row;
    const { links, ...page } = comparePages(text, read(file));
    return { ...row, page: { ...page, deadLinks: links.filter((link) => isDead(link, address)) } };
  });

  function answerOf(file: string | undefined, address: string): Answer {
    if (file === undefined) {
      return filesAt(address).some((each) => withheld.has(each)) ? 'withheld' : 'missing';
    }
    if (file === REDIRECTS_FILE) return 'redirect';
    return file.endsWith('.html') && LEADS_ON.test(read(file).slice(0, 2000)) ? 'redirect' : 'same';
  }

  /** Whether a link of an old text led to an address of the site at which there is nothing now. */
  function isDead(link: string, address: string): boolean {
    const local = resolve(link, encodeURI(address));
    if (local === undefined || !wasThere(local.path)) return false;
    return targetOf(local.path) === undefined;
  }
}

const LEADS_ON = /<meta http-equiv="refresh"/;

/** Whether a server of the old files answered at a path. */
function answeredBefore(old: readonly OldAddress[]): (path: string) => boolean {
  const files = new Set(old.map(({ path }) => path.replace(/\/$/, '/index.html').slice(1)));
  return (path) => filesAt(path).some((file) => files.has(file));
}
