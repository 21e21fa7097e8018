import { dev } from 'virtual:galley';
import { copyright } from '../components/page/copyright.ts';
import { getLogo } from '../components/page/logo.ts';
import { getNav } from '../components/page/nav.ts';
import { keyOf } from '../posts/keys.ts';
import { asksForMore } from '../components/places.ts';
import { getPosts } from '../posts/posts.ts';
import site from '../site.config.ts';

let frame: Promise<string> | undefined;

/**
 * A digest of what a page shows, with what `Base` shows on every page. The dev server, which makes each
 * page when it is asked for, has none.
 * @param show tells what the page shows of posts and pages, or that it is not known
 * @returns nothing, as text, where one of the parts is not known: such a page is made in each build
 */
export async function pageKey(show: () => unknown[] | Promise<unknown[]>): Promise<string> {
  if (dev || asksForMore) return '';
  const parts = await show();
  if (parts.includes(undefined)) return '';
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
