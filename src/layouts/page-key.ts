import { copyright } from '../components/page/copyright.ts';
import { getLogo } from '../components/page/logo.ts';
import { getNav } from '../components/page/nav.ts';
import { keyOf } from '../posts/keys.ts';
import { asksForMore } from '../components/places.ts';
import { getPosts } from '../posts/posts.ts';
import site from '../site.config.ts';

let frame: Promise<string> | undefined;

/**
 * A digest of what a page shows, with what `Base` shows on every page.
 * @returns nothing, as text, where one of the parts is not known: such a page is made in each build
 */
export async function pageKey(...parts: unknown[]): Promise<string> {
  if (parts.includes(undefined) || asksForMore) return '';
  frame ??= frameKey();
  return keyOf(await frame, ...parts);
}

async function frameKey(): Promise<string> {
  return keyOf(
    await getNav(site.lang),
    (await getPosts()).length > 0,
    await getLogo(),
    copyright(),
  );
}
