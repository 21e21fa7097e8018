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
  feed?: { path: string; name: string } | undefined;
  /** Picture for previews, as a whole address. */
  image?: { url: string; alt: string } | undefined;
}
