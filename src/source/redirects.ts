import { channel } from '../lib/channel.ts';
import type { Site } from '../site/schema.ts';
import type { Problem } from '../lib/problem.ts';
import { toAddress } from '../jekyll/rules/address.ts';
import type { PostData } from './data.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';

/** A path below the base path at which something stood, and what came of it. */
export interface Redirect {
  from: string;
  /** Path below the base path or whole address that took its place; missing where it is gone for good. */
  to?: string | undefined;
}

/** What hosts are to know of redirects. */
export const redirectsKnown = channel<readonly Redirect[]>('redirects');

/** A post or page that may lead on. */
interface Source {
  file: string;
  lineOf: (key: string) => number | undefined;
  data: Pick<PostData, 'url' | 'redirectFrom' | 'redirectTo'>;
}

/** Posts and pages whose redirects lead round in a circle, so that nobody would arrive. */
export function redirectCircles(sources: readonly Source[]): Problem[] {
  const next = new Map(
    sources.flatMap(({ data: { url, redirectFrom, redirectTo } }) => {
      const old = redirectTo === undefined ? redirectFrom : [url, ...redirectFrom];
      const [target = ''] = (redirectTo ?? url).split(/[?#]/);
      return target.startsWith('/')
        ? old.map((from) => [outputPath(from), outputPath(target)])
        : [];
    }),
  );
  return sources.flatMap(({ file, lineOf, data: { url, redirectTo } }) => {
    if (redirectTo === undefined) return [];
    const passed = new Set<string>();
    let place: string | undefined = outputPath(url);
    while (place !== undefined && !passed.has(place)) {
      passed.add(place);
      place = next.get(place);
    }
    if (place === undefined) return [];
    const message = passed.size === 1 ? 'leads on to itself' : 'leads round in a circle';
    return [
      { file, line: lineOf('redirect_to'), field: 'redirect_to', value: redirectTo, message },
    ];
  });
}

/**
 * The redirects that posts and pages ask for, what the owner says of retracted ones, and others, such as
 * those of feeds and lists. A post that stands there, as in the drafts preview, comes first.
 */
export function redirectsOf(
  posts: readonly { data: Pick<PostData, 'url' | 'redirectFrom' | 'redirectTo'> }[],
  retracted: Site['retracted'],
  others: readonly Redirect[] = [],
): Redirect[] {
  const taken = new Set(posts.map(({ data }) => outputPath(data.url)));
  const asked = [
    ...posts.flatMap(({ data: { url, redirectFrom, redirectTo } }) => {
      // An author may name an address twice, or that at which the text is.
      const left = redirectFrom.filter((from) => outputPath(from) !== outputPath(url));
      const old = new Map(left.map((from) => [outputPath(from), from])).values();
      const all = redirectTo === undefined ? [...old] : [url, ...old];
      return all.map((from) => ({ from, to: redirectTo ?? url }));
    }),
    ...Object.entries(retracted)
      .map(([from, to]) => [toAddress(from), to] as const)
      .filter(([from]) => !taken.has(outputPath(from)))
      .map(([from, to]) => (to === 'gone' ? { from } : { from, to })),
  ];
  for (const { from } of asked) taken.add(outputPath(from));
  return [...asked, ...others.filter(({ from }) => !taken.has(outputPath(from)))];
}

/**
 * The redirects as hosts read them that know a `_redirects` file: path, target, status. What is gone
 * is its own target, and `!` makes the status count although there is a page.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 * @param base the site's base path, without its last slash
 */
export function redirectRows(redirects: readonly Redirect[], base: string): string {
  const below = (path: string) => rowAddress(path, base);
  return redirects
    .map(({ from, to }) => {
      if (to === undefined) return `${below(from)} ${below(from)} 410!\n`;
      return `${below(from)} ${to.startsWith('/') ? below(to) : to} 301\n`;
    })
    .join('');
}

/** A path as rows have it: below the base path, and with escapes, because a space would end it. */
export function rowAddress(path: string, base: string): string {
  const { pathname, search, hash } = new URL(base + path, 'http://site.invalid');
  return pathname + search + hash;
}
