import { decodePath } from '../../../lib/url.ts';
import { readProperty, toText, unwrap } from '../value.ts';
import type { FilterCall, FilterSite } from './filter.ts';

/** Filters for addresses. https://jekyllrb.com/docs/liquid/filters/#relative-url */
export function urlFilters({ timeZone, url, baseUrl }: FilterSite): Record<string, FilterCall> {
  const text = (value: unknown) => toText(value, timeZone);
  const address = (value: unknown) => text(readProperty(value, 'url') ?? value);
  const relative = (path: string) =>
    isAbsolute(path) ? path : normalize(withSlash(baseUrl.replace(/\/$/, '')) + withSlash(path));
  return {
    absolute_url: (value) => {
      if (unwrap(value) == null) return undefined;
      const path = address(value);
      return isAbsolute(path) ? path : url + relative(path);
    },
    cgi_escape: (value) => queryEscape(text(value)),
    relative_url: (value) => (unwrap(value) == null ? undefined : relative(address(value))),
    strip_index: (value) => text(value).replace(/\/index\.html?$/, '/') || undefined,
    uri_escape: (value) =>
      encodeURI(decodePath(text(value)))
        .replaceAll('%5B', '[')
        .replaceAll('%5D', ']'),
    url_decode: (value) => decodePath(text(value).replaceAll('+', ' ')),
    url_encode: (value) => queryEscape(text(value)),
  };
}

function isAbsolute(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address);
}

function withSlash(path: string): string {
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

/** Percent-encodes what may not stand in an address, and leaves what is encoded. */
function normalize(address: string): string {
  return address.replace(/[^\x21-\x7e]+|["<>\\^`{|}]/gu, encodeURIComponent);
}

function queryEscape(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
