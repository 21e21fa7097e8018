import { getCollection } from 'astro:content';
import { interfaceFor } from '../../i18n/strings.ts';
import { isWhole } from '../../lib/url.ts';
import { contentOnce } from '../../posts/content-once.ts';
import { withBase } from '../../posts/href.ts';
import { getTerms } from '../../posts/posts.ts';
import type { NavEntry } from '../../site/nav.ts';
import site from '../../site.config.ts';
import { taxonomies } from '../../source/terms.ts';

/** A link of the main navigation. */
export interface NavLink {
  href: string;
  label: string;
  /** Below the base path, where it leads to a page of the site. */
  path?: string;
}

/** What the head of every page links to: what the owner names, or the lists and the pages at the top. */
export const getNav = contentOnce(async (lang: string): Promise<NavLink[]> => {
  const links = (site.nav ?? (await usualNav())).map((entry) => linkOf(entry, lang));
  return (await Promise.all(links)).flat();
});

async function usualNav(): Promise<NavEntry[]> {
  const pages = await getCollection('pages');
  return [
    { list: 'archives' },
    ...taxonomies.map((list) => ({ list })),
    ...pages
      .filter(({ id, data }) => !id.includes('/') && !data.unlisted)
      .map(({ data }) => ({ path: data.url })),
  ];
}

/** Nothing for a list that has nothing yet. */
async function linkOf(entry: NavEntry, lang: string): Promise<NavLink[]> {
  if ('url' in entry) {
    const { label, url } = entry;
    return isWhole(url) ? [{ href: url, label }] : [toPath(url, label)];
  }
  if ('path' in entry) {
    const entries = [...(await getCollection('pages')), ...(await getCollection('posts'))];
    const page = entries.find(({ data }) => data.url === entry.path);
    return page ? [toPath(page.data.url, page.data.title)] : [];
  }
  const { list } = entry;
  if (list !== 'archives' && (await getTerms(list)).length === 0) return [];
  return [toPath(`/${list}/`, interfaceFor(lang).strings[list])];
}

const toPath = (path: string, label: string): NavLink => ({ href: withBase(path), label, path });
