/**
 * Where a link leads when the site lives below a path: `/about/` is `/blog/about/`. What already
 * begins with the base path is left alone, since Jekyll's authors write `{{ site.baseurl }}/about/`.
 * @param base without its last slash; empty for a site at the root
 */
export function linkWithBase(link: string, base: string): string {
  if (base === '' || !link.startsWith('/') || link.startsWith('//')) return link;
  const isBelow = link.startsWith(base) && /^(?:$|[/?#])/.test(link.slice(base.length));
  return isBelow ? link : base + link;
}
