import { getCollection } from 'astro:content';
import { interfaceFor } from '../../i18n/strings.ts';
import { getTerms } from '../../posts/posts.ts';
import { taxonomies } from '../../source/terms.ts';

/** A link of the main navigation. */
export interface NavLink {
  /** Below the base path. */
  path: string;
  label: string;
}

/** What the head of every page links to: the archive, taxonomies that are in use, the top pages. */
export async function getNav(lang: string): Promise<NavLink[]> {
  const { strings } = interfaceFor(lang);
  const links = [{ path: '/archives/', label: strings.archives }];
  for (const taxonomy of taxonomies) {
    const terms = await getTerms(taxonomy);
    if (terms.length > 0) links.push({ path: `/${taxonomy}/`, label: strings[taxonomy] });
  }
  for (const { id, data } of await getCollection('pages')) {
    if (!id.includes('/') && !data.unlisted) links.push({ path: data.url, label: data.title });
  }
  return links;
}
