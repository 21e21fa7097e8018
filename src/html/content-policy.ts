import { createHash } from 'node:crypto';
import { once } from '../lib/once.ts';
import { eachTag } from './each-tag.ts';

/** What a page runs and loads, as far as a policy has to name it. */
export interface PageScripts {
  /** Digests of scripts in the page, as policies have them: `'sha256-…'`. */
  hashes: string[];
  /** Digests of scripts in attributes: `onclick`. */
  handlers: string[];
  /** Origins of scripts of others, those that wait for a click among them. */
  scripts: string[];
  /** Origins of style sheets of others. */
  styles: string[];
  /** Origins that the page says it will ask: `<link rel="preconnect">`. */
  asked: string[];
}

/** Types of scripts that browsers run or obey; what has another holds data. https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type */
const RUN =
  /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

const HANDLER = /^on[a-z]/;

const digest = once((text: string) => {
  const hash = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('base64');
  return `'sha256-${hash}'`;
});

/** @param origin that of the site: its own scripts need not be named */
export function scriptsIn(html: string, origin: string): PageScripts {
  const found = {
    hashes: new Set<string>(),
    handlers: new Set<string>(),
    scripts: new Set<string>(),
    styles: new Set<string>(),
    asked: new Set<string>(),
  };
  const addOrigin = (origins: Set<string>, address = '') => {
    const url = URL.parse(address, origin);
    if (url && /^https?:$/.test(url.protocol) && url.origin !== origin) origins.add(url.origin);
  };
  eachTag(
    html,
    ({ name, attributes, text }) => {
      for (const [key, value] of attributes) {
        if (HANDLER.test(key)) found.handlers.add(digest(value));
      }
      if (name === 'link') {
        const [rel = '', href] = [attributes.get('rel'), attributes.get('href')];
        if (/\bstylesheet\b/i.test(rel)) addOrigin(found.styles, href);
        if (/\bpreconnect\b/i.test(rel)) addOrigin(found.asked, href);
      }
      if (name !== 'script') return;
      const address = attributes.get('src') ?? attributes.get('data-src');
      if (address !== undefined) addOrigin(found.scripts, address);
      else if (RUN.test(attributes.get('type')?.trim() ?? '')) found.hashes.add(digest(text));
    },
    (tag, attribute) => tag === 'script' || tag === 'link' || HANDLER.test(attribute),
  );
  return {
    hashes: [...found.hashes],
    handlers: [...found.handlers],
    scripts: [...found.scripts],
    styles: [...found.styles],
    asked: [...found.asked],
  };
}

/** What several pages run and load together, whichever comes first. */
export function joined(pages: readonly PageScripts[]): PageScripts {
  const all = (key: keyof PageScripts) =>
    [...new Set(pages.flatMap((page) => page[key]))].toSorted();
  return {
    hashes: all('hashes'),
    handlers: all('handlers'),
    scripts: all('scripts'),
    styles: all('styles'),
    asked: all('asked'),
  };
}

/**
 * The policy of a page: no script runs but those of the site and those that the page is known to have. Styles,
 * pictures and frames are the author's, who writes HTML where Markdown does not reach.
 * https://www.w3.org/TR/CSP3/
 */
export function policyOf({ hashes, handlers, scripts, styles, asked }: PageScripts): string {
  // What others' scripts ask for is theirs to know.
  const others = scripts.length > 0 ? ['https:'] : [];
  const attributes = handlers.length > 0 ? ["'unsafe-hashes'", ...handlers] : [];
  const directives = {
    'default-src': ["'self'"],
    // The search is compiled to WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...hashes, ...attributes, ...scripts],
    'style-src': ["'self'", "'unsafe-inline'", ...styles, ...others],
    'img-src': ['*', 'data:', 'blob:'],
    'media-src': ['*', 'data:', 'blob:'],
    'font-src': ["'self'", 'data:', ...styles, ...others],
    'connect-src': ["'self'", ...asked, ...others],
    'frame-src': ['*', 'data:'],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'self'"],
    'base-uri': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/** Hosts take no longer line of headers. https://developers.cloudflare.com/pages/platform/limits/#headers */
const LONGEST = 1900;
/** Who may show a page in a frame can be said in a header alone. */
const FRAMES = "frame-ancestors 'self'";

/**
 * The policy of a whole site, for a header. Where that would be too long, it says what pages cannot say
 * of themselves, and the rest is theirs.
 */
export function policyOfSite(pages: readonly PageScripts[]): string {
  const policy = `${policyOf(joined(pages))}; ${FRAMES}`;
  return policy.length > LONGEST ? `base-uri 'self'; ${FRAMES}` : policy;
}

/** A page with its policy, in front of everything that it applies to. */
export function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return html.replace(/<head\b[^>]*>(?:\s*<meta charset[^>]*>)?/i, (head) => head + meta);
}
