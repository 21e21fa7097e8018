import type { Site } from '../site/schema.ts';
import type { Author } from './data.ts';
import { firstText, list, saysNothing, toTextual, type Tell } from './fields.ts';
import { isMapping, toText } from '../jekyll/rules/yaml.ts';

/** Authors by their keys, as themes keep them in `_data/authors.yml`. */
export type KnownAuthors = Readonly<Record<string, unknown>>;

/** Where authors' names stand, in the order of precedence. The last are names on some service. */
const NAMES = ['full_name', 'nick', 'login', 'twitter', 'github'];

/**
 * Who wrote a post: a name, the key of a known author, a mapping as themes and exporters write it, or a
 * list of these.
 * @param known the authors that posts may name by their key
 */
export function authorsField(site: Pick<Site, 'url' | 'base'>, known: KnownAuthors) {
  return list((value, tell) => {
    if (isMapping(value)) return readAuthor(value, site, tell);
    if (Array.isArray(value) || value === true) {
      tell('expected a name, or a mapping with name, url and email');
      return undefined;
    }
    const name = toText(value);
    const entry = Object.hasOwn(known, name) ? known[name] : undefined;
    // What is wrong in the list of authors is no mistake of the post.
    return isMapping(entry) ? readAuthor({ name, ...entry }, site, () => {}) : { name };
  });
}

function readAuthor(
  mapping: Readonly<Record<string, unknown>>,
  site: Pick<Site, 'url' | 'base'>,
  tell: Tell,
): Author | undefined {
  const parts = ['first_name', 'last_name'].map((part) => toTextual(mapping[part]));
  const name =
    firstText(mapping, ['name', 'display_name']) ??
    (parts.filter(Boolean).join(' ') || firstText(mapping, NAMES)?.replace(/^@/, ''));
  if (!name) {
    tell('expected a name');
    return undefined;
  }
  const [url, email] = [readUrl(mapping, site, tell), readEmail(mapping, tell)];
  const fediverse = fediverseName(toTextual(mapping['fediverse']) ?? '');
  const bio = toTextual(mapping['bio'])?.trim();
  return {
    name,
    ...(url && { url }),
    ...(email && { email }),
    ...(bio && { bio }),
    ...(fediverse && { fediverse }),
  };
}

/** `@name@server`, also without the first sign. Where it is no such name, it means something else. */
function fediverseName(text: string): string | undefined {
  const [, name] = /^@?([\w.-]+@[\w-]+(?:\.[\w-]+)+)$/.exec(text.trim()) ?? [];
  return name && `@${name}`;
}

function readUrl(
  mapping: Readonly<Record<string, unknown>>,
  site: Pick<Site, 'url' | 'base'>,
  tell: Tell,
): string | undefined {
  const keys = ['url', 'uri', 'website', 'site', 'homepage'];
  const key = keys.find((key) => !saysNothing(mapping[key]));
  if (key === undefined) return undefined;
  const address = wholeAddress(toTextual(mapping[key])?.trim() ?? '', site);
  if (!address) tell('expected an address such as https://example.org', [key]);
  return address;
}

/** An address without its scheme: `example.org/jane`. */
const HOST = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

function wholeAddress(text: string, { url, base }: Pick<Site, 'url' | 'base'>): string | undefined {
  const address = /^\/(?!\/)/.test(text)
    ? url + base + text
    : text.replace(/^\/\//, 'https://').replace(HOST, 'https://$&');
  return /^(?:https?:\/\/|mailto:)./i.test(address) && URL.canParse(address) ? address : undefined;
}

function readEmail(mapping: Readonly<Record<string, unknown>>, tell: Tell): string | undefined {
  const { email } = mapping;
  if (saysNothing(email)) return undefined;
  const text = toTextual(email)?.trim() ?? '';
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(text)) return text;
  tell('expected an e-mail address', ['email']);
  return undefined;
}
