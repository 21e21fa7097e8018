import { categorySlug } from '../jekyll/octopress/category-slug.ts';
import { toAddress } from '../jekyll/rules/address.ts';
import { inZone } from '../jekyll/rules/date.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import { slugify } from '../jekyll/rules/slug.ts';
import { strftime } from '../jekyll/rules/strftime.ts';
import type { Site } from '../site/schema.ts';
import { paginate } from './paginate.ts';
import type { Redirect } from './redirects.ts';
import type { Term } from './terms.ts';

/** What lists there are: of terms, and of posts that are dated at these times. */
interface Lists<Listed> {
  terms: readonly Term<Listed>[];
  /** In milliseconds since 1970. */
  times: readonly number[];
}

/** Old addresses of lists (`lists.alias`), each with the list that took its place. */
export function listRedirects<Listed>(
  lists: Lists<Listed>,
  site: Pick<Site, 'lists' | 'paginate' | 'timeZone'>,
): Redirect[] {
  const own = new Set(lists.terms.map(({ path }) => outputPath(path)));
  const redirects = site.lists.alias.flatMap((alias) => {
    const kind = /:(category|tag|num|year|month|day)(?:_slug)?\b/.exec(alias)?.[1];
    if (kind === undefined) return [{ from: alias, to: '/' }];
    if (kind === 'category' || kind === 'tag') return ofTerms(alias, kind, lists.terms);
    return kind === 'num' ? ofPages(alias, lists, site) : ofDates(alias, lists, site);
  });
  return redirects
    .map(({ from, to }) => ({ from: toAddress(from), to }))
    .filter(({ from, to }) => from !== to && !own.has(outputPath(from)));
}

/** In every spelling, and of slugs as jekyll-archives makes them and as Octopress does. */
function ofTerms<Listed>(
  alias: string,
  kind: 'category' | 'tag',
  terms: readonly Term<Listed>[],
): { from: string; to: string }[] {
  const taxonomy = kind === 'tag' ? 'tags' : 'categories';
  const isSlug = alias.includes(`:${kind}_slug`);
  return terms
    .filter((term) => term.taxonomy === taxonomy)
    .flatMap(({ path, spellings }) => {
      const names = spellings.flatMap((name) =>
        isSlug ? [slugify(name), categorySlug(name)] : [name],
      );
      return [...new Set(names)].map((name) => ({
        from: alias.replaceAll(/:(?:category|tag)(?:_slug)?\b/g, () => name),
        to: path,
      }));
    });
}

function ofPages<Listed>(
  alias: string,
  { times }: Lists<Listed>,
  site: Pick<Site, 'paginate'>,
): { from: string; to: string }[] {
  return paginate(times, site.paginate, '/')
    .slice(1)
    .map(({ number, path }) => ({ from: alias.replace(':num', String(number)), to: path }));
}

function ofDates<Listed>(
  alias: string,
  { times }: Lists<Listed>,
  { timeZone }: Pick<Site, 'timeZone'>,
): { from: string; to: string }[] {
  const addresses = times.map((time) => {
    const date = inZone(time, timeZone);
    const from = alias
      .replaceAll(':year', strftime(date, '%Y'))
      .replaceAll(':month', strftime(date, '%m'))
      .replaceAll(':day', strftime(date, '%d'));
    return [from, `/archives/${strftime(date, '%Y')}/`] as const;
  });
  return [...new Map(addresses)].map(([from, to]) => ({ from, to }));
}
