import type { Picture } from '../../posts/cover.ts';
import type { Taxonomy } from '../../source/terms.ts';
import type { structuredData } from './structured-data.ts';

/** What the head of a page says about it. */
export interface PageMeta {
  /** Without the site's name. */
  title: string;
  /** Path below the base path; missing on a page that has no address of its own. */
  path?: string | undefined;
  /** Plain text; the site's description where it is missing. */
  description?: string | undefined;
  /** Open Graph type. https://ogp.me/#types */
  type?: 'website' | 'article' | undefined;
  /** Keeps search engines from listing the page. */
  noindex?: boolean | undefined;
  /** The list that the page shows has feeds of its own, below this path. */
  feed?: { path: string; name: string; taxonomy: Taxonomy } | undefined;
  /** Picture for previews. */
  image?: Picture | undefined;
  /** Paths of the pages before and after this one. */
  prev?: string | undefined;
  next?: string | undefined;
  /** What search engines are told of it. */
  about?: Parameters<typeof structuredData>[0] | undefined;
}
