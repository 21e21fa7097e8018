import path from 'node:path';
import { decodeEntities } from '../html/entities.ts';
import { POSTS_FOLDER, PUBLIC_FOLDER } from '../site/paths.ts';
import { decodePath } from '../lib/url.ts';
import type { Site } from '../site/schema.ts';
import type { Asset } from './sources.ts';

/** A text that may name files. */
export interface Mentioning {
  /** The source, relative to the project's root. */
  file: string;
  /** Where it would be, below the base path. */
  url?: string | undefined;
}

/**
 * Finds which files a text names, generously: what is withheld for nothing is told, what is not withheld
 * is public.
 */
export interface Mentions {
  /**
   * @param text front matter, Markdown, HTML, Liquid, imports or a style sheet: it is always the path that stands there
   * @param isDoubtful whether Liquid in it could not be run, so that nobody knows what it names
   */
  in(from: Mentioning, text: string, isDoubtful?: boolean): Asset[];
  /** @param address a value that is an address, or may be one */
  at(from: Mentioning, address: string): Asset[];
}

/** What may be a path: no blanks, no brackets. */
const WORD = /[^\s"'<>()[\]{}|,;=`\\]+/g;
/** Stands for what is known only when Liquid or a script has run. */
const ANYTHING = '\uE000';
const CODE = /\{\{[^]*?\}\}|\{%[^]*?%\}|\$\{[^}]*\}|\*+/g;

/** Prepares to find mentions of assets, by their place, else by the end of their path. */
export function createMentions(
  assets: readonly Asset[],
  { url, base }: Pick<Site, 'url' | 'base'>,
): Mentions {
  const { host } = new URL(url);
  const folded = assets.map((asset) => ({ asset, file: fold(asset.file) }));
  const byFile = new Map(folded.map(({ asset, file }) => [file, asset]));
  const byName = Map.groupBy(folded, ({ file }) => path.posix.basename(file));
  // What a mention may end with: a name, one without `.html`, a folder that has a page.
  const ends = new Set(
    folded.flatMap(({ file }) => {
      const { dir, base, name } = path.posix.parse(file);
      if (!base.endsWith('.html')) return [base];
      return base === 'index.html' ? [base, name, path.posix.basename(dir)] : [base, name];
    }),
  );
  // A name with blanks or brackets is looked for as it is.
  const unusual = [...byName].filter(([name]) => name.replace(WORD, '') !== '');

  return {
    in(from, text, isDoubtful = false) {
      if (assets.length === 0) return [];
      const found = new Set<Asset>();
      for (const variant of variantsOf(text)) {
        for (const [name, candidates] of unusual) {
          if (variant.includes(name)) for (const { asset } of candidates) found.add(asset);
        }
        for (const [word] of variant.matchAll(WORD)) {
          if (!/[./]/.test(word)) continue;
          const assets = word.includes(ANYTHING) ? like(from, word, isDoubtful) : at(from, word);
          for (const asset of assets) found.add(asset);
        }
      }
      return [...found];
    },
    at: (from, address) => at(from, fold(plain(address))),
  };

  function at(from: Mentioning, mention: string): Asset[] {
    const spellings = [mention, mention.replace(/[?#].*$/s, '')].flatMap((one) => [
      one,
      one.replace(/^(?:\w*::|[*_~:]+)|[.:!?*_~]+$/g, ''),
    ]);
    const likely = [...new Set(spellings)].filter((one) => ends.has(endOf(one)));
    for (const spelling of likely) {
      const exact = placesOf(from, spelling).flatMap(
        (place) =>
          byFile.get(place) ??
          byFile.get(path.posix.join(place, 'index.html')) ??
          byFile.get(`${place}.html`) ??
          [],
      );
      if (exact.length > 0) return exact;
    }
    // A path that leads nowhere means every file that ends like it, because Liquid or a plugin completes it,
    // and every one that it ends like, because it begins in another place: `/home/me/blog/public/a/b.png`.
    return likely.flatMap((spelling) => {
      const end = spelling.replace(/^(?:https?:)?(?:\/\/[^/]*)?(?:\.{0,2}\/)*/, '/');
      const candidates = byName.get(path.posix.basename(end)) ?? [];
      return candidates
        .filter(({ file }) => `/${file}`.endsWith(end) || end.endsWith(placeBelow(file)))
        .map(({ asset }) => asset);
    });
  }

  /** Where a path may lead: beside the source, below the posts' folder, in `public/`, beside the page. */
  function placesOf({ file, url: page }: Mentioning, mention: string): string[] {
    const [, own, path_ = ''] = /^(?:https?:)?\/\/([^/]*)(.*)$/s.exec(mention) ?? [];
    if (own !== undefined && own !== host) return [];
    const local = own === undefined ? mention : path_;
    if (local === '' || local === '/') return [];
    const rooted = base && local.startsWith(`${base}/`) ? local.slice(base.length) : local;
    const below = (...parts: string[]) => fold(path.posix.join(...parts, rooted));
    if (rooted.startsWith('/')) return [below(PUBLIC_FOLDER), below(POSTS_FOLDER)];
    const besidePage = page ? [below(PUBLIC_FOLDER, decodePath(page).replace(/[^/]*$/, ''))] : [];
    return [below(path.posix.dirname(file)), ...besidePage, below(PUBLIC_FOLDER)];
  }

  /** The assets whose path is like a pattern. One that says next to nothing means all of them only in doubt. */
  function like(from: Mentioning, pattern: string, isDoubtful: boolean): Asset[] {
    const end = pattern
      .replace(/[?#].*$/s, '')
      .replace(/^(?:https?:)?\/\/[^/]*/, '')
      .replace(/^(?:\.{1,2}\/)+/, '');
    // In front Liquid often says where the site is.
    const rest = end.replace(new RegExp(`^${ANYTHING}+`), '');
    const exact = rest.includes('/') && !rest.includes(ANYTHING) ? at(from, rest) : [];
    if (exact.length > 0) return exact;
    const name = path.posix.basename(end);
    const says = (text: string) => /[\p{L}\p{N}]/u.test(text);
    const isTelling = says(name.replace(/\.\w+$/, ''));
    if (!isTelling && !(isDoubtful && says(end))) return [];
    const source = end.replace(/^\//, '').split(ANYTHING).map(escapeRegExp).join('.*');
    const matcher = new RegExp(`(?:^|/)${source}(?:/?index\\.html|\\.html)?$`);
    return folded.filter(({ file }) => matcher.test(file)).map(({ asset }) => asset);
  }
}

/** The folder and name of a file in its place of the project; a name alone says too little. */
function placeBelow(file: string): string {
  const [, below = file] = /^(?:public|src\/content\/posts)(\/.+\/.+)$/.exec(file) ?? [];
  return below;
}

/** The last part of a path. */
function endOf(mention: string): string {
  const path = mention.endsWith('/') ? mention.slice(0, -1) : mention;
  return path.slice(path.lastIndexOf('/') + 1);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A text as it is, without its escapes, and with what code gives as a gap. */
function variantsOf(text: string): Set<string> {
  const variants = [text, plain(text)].map(fold);
  return new Set(variants.flatMap((one) => [one, one.replace(CODE, ANYTHING)]));
}

/** Text without the escapes of HTML, addresses, YAML, scripts and Markdown. */
function plain(text: string): string {
  const unescaped = decodeEntities(text).replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|([^\w\s]|_))/gi,
    (_, short?: string, long?: string, other = '') =>
      short || long ? String.fromCharCode(Number.parseInt(short ?? long ?? '', 16)) : other,
  );
  return decodePath(unescaped);
}

/** Macs and Windows find a file whatever the case of its name. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
