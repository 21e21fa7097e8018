import type { Site } from '../site/schema.ts';
import type { Author } from './data.ts';
import type { Values } from './values.ts';
import { isMapping, toText } from './yaml.ts';

/** Authors by their keys, as themes keep them in `_data/authors.yml`. */
export type KnownAuthors = Readonly<Record<string, unknown>>;

/** Where authors' names stand, in the order of precedence. The last are names on some service. */
const NAMES = ['name', 'display_name', 'full_name', 'nick', 'login', 'twitter', 'github'];

/**
 * Who wrote a post: the entries of a key, each a name, the key of a known author, or a mapping as themes
 * and exporters write it. Nothing where it names nobody.
 * @param known the authors that posts may name by their key
 */
export function readAuthors(
  values: Values,
  key: 'author' | 'authors',
  site: Pick<Site, 'url' | 'base'>,
  known: KnownAuthors,
): Author[] | undefined {
  const authors = values.items(key).flatMap(({ value, field }): Author | readonly Author[] => {
    if (Array.isArray(value) || value === true) {
      values.tell(field, value, 'expected a name, or a mapping with name, url and email');
      return [];
    }
    if (isMapping(value)) return readAuthor(values.inside(field, value), values, field) ?? [];
    const name = toText(value);
    const entry = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!isMapping(entry)) return [{ name }];
    return readAuthor(values.inside(field, { name, ...entry }), values, field) ?? [];
  });
  return authors.length > 0 ? authors : undefined;

  function readAuthor(inner: Values, outer: Values, field: string): Author | undefined {
    const parts = ['first_name', 'last_name'].map((part) => inner.firstText([part]));
    const name =
      inner.firstText(['name', 'display_name']) ??
      (parts.filter(Boolean).join(' ') || inner.firstText(NAMES)?.replace(/^@/, ''));
    if (!name) {
      outer.tell(field, outer.get(field), 'expected a name');
      return undefined;
    }
    const [url, email] = [readUrl(inner), readEmail(inner)];
    return { name, ...(url && { url }), ...(email && { email }) };
  }

  function readUrl(values: Values): string | undefined {
    const key = ['url', 'uri', 'website', 'site', 'homepage'].find((key) => values.get(key));
    const text = key && values.text(key);
    if (!text) return undefined;
    const address = wholeAddress(text.trim());
    if (!address) values.tell(key, text, 'expected an address such as https://example.org');
    return address;
  }

  function wholeAddress(text: string): string | undefined {
    const address = /^\/(?!\/)/.test(text)
      ? site.url + site.base + text
      : text.replace(/^\/\//, 'https://').replace(HOST, 'https://$&');
    return /^(?:https?:\/\/|mailto:)./i.test(address) && URL.canParse(address)
      ? address
      : undefined;
  }

  function readEmail(values: Values): string | undefined {
    const text = values.text('email')?.trim();
    if (!text || /^[^\s@<>]+@[^\s@<>]+$/.test(text)) return text;
    values.tell('email', text, 'expected an e-mail address');
    return undefined;
  }
}

/** An address without its scheme: `example.org/jane`. */
const HOST = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;
