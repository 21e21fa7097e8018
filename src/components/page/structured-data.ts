import type { BlogPosting, BreadcrumbList, Graph, Person, Thing, WebSite } from 'schema-dts';
import { toISO } from '../../jekyll/rules/date.ts';
import type { Picture } from '../../posts/cover.ts';
import { absolute } from '../../posts/href.ts';
import type { Post } from '../../posts/posts.ts';
import type { Author } from '../../source/data.ts';
import site from '../../site.config.ts';

/** A page above another, or that page. */
export interface Crumb {
  name: string;
  /** Below the base path. */
  path: string;
}

/** What search engines are told of a page. https://schema.org */
export function structuredData(things: readonly Exclude<Thing, string>[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return scriptJson(graph);
}

/**
 * JSON for a `<script>` element. `<` is escaped because HTML ends the script at the first `</script`,
 * wherever it stands, and `<!--` changes how the rest is read.
 * https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** The site, on its first page. https://schema.org/WebSite */
export function webSite(): Exclude<WebSite, string> {
  return {
    '@type': 'WebSite',
    name: site.title,
    url: absolute('/'),
    ...(site.description && { description: site.description }),
    inLanguage: site.lang,
    author: owner(),
  };
}

/** Where a page stands, from the first page of the site on. https://schema.org/BreadcrumbList */
export function breadcrumbs(crumbs: readonly Crumb[]): Exclude<BreadcrumbList, string> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: site.title, path: '/' }, ...crumbs].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path),
    })),
  };
}

/** https://schema.org/BlogPosting */
export function blogPosting(
  { data }: Post,
  lang: string,
  picture: Picture | undefined,
): Exclude<BlogPosting, string> {
  const { title, url, date, updated, description, authors, categories, tags, series, words } = data;
  const address = absolute(url);
  return {
    '@type': 'BlogPosting',
    headline: title,
    ...(description && { description }),
    url: address,
    mainEntityOfPage: address,
    datePublished: toISO(date),
    dateModified: toISO(updated ?? date),
    author: authors.length > 0 ? authors.map(person) : [owner()],
    publisher: owner(),
    ...(picture && { image: picture.url }),
    ...(categories.length > 0 && { articleSection: categories }),
    ...(tags.length > 0 && { keywords: tags }),
    ...(series && { isPartOf: { '@type': 'CreativeWorkSeries', name: series } }),
    wordCount: words,
    inLanguage: lang,
  };
}

/** Who writes the site, with their profiles elsewhere. */
function owner(): Exclude<Person, string> {
  const profiles = site.social.map(({ url }) => url);
  return { ...person(site.author), ...(profiles.length > 0 && { sameAs: profiles }) };
}

function person({ name, url }: Author): Exclude<Person, string> {
  return { '@type': 'Person', name, ...(url && { url }) };
}
