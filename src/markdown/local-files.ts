import path from 'node:path';
import { toAddress } from '../jekyll/rules/address.ts';
import { contentUrl } from '../source/content-url.ts';
import { formatOf } from '../source/formats.ts';
import { relativeTexts } from '../source/relative-texts.ts';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../site/paths.ts';
import { decodePath } from '../lib/url.ts';
import { linkWithBase } from '../html/base-path.ts';
import {
  findFile,
  fileCandidates,
  stampOf,
  withForms,
  type Place,
} from './pictures/picture-files.ts';

/** What a text has to do with files, for the store, the build and checks. */
export interface FileRecord {
  /** Every file that was looked for, with what tells whether it has changed (see `stampOf`). */
  files: Record<string, string>;
  /** Addresses, as they are written, for which there is no file. */
  missing: string[];
  /** Files beside the text that are published with it: path below the base path, absolute path of the file. */
  beside: Record<string, string>;
}

/** The record of a text, in what its front matter carries from plugin to plugin and into the store. */
export function recordOf(frontmatter: Record<string, unknown>): FileRecord {
  return (frontmatter['files'] ??= { files: {}, missing: [], beside: {} }) as FileRecord;
}

/** An address as a text has it, and whether the page shows what is there (a picture, a film). */
export type ResolveLink = (link: string, isShown: boolean) => string;

/** An ending as files have it that are no pages. */
const FILE = /\.(?!html?$)[a-z][a-z\d]{0,9}$/i;

/**
 * What the addresses of a text are on the site: the file of a post or page is its URL, a file beside the
 * text is published with it, everything of the site lies below the base path. What is nowhere stays as
 * it is, and is noted.
 */
export function createLinks(place: Place, record: FileRecord): ResolveLink {
  const { root, base, url = '/' } = place;
  return (link, isShown) => {
    const [, name = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(link) ?? [];
    const exact = fileCandidates(link, place);
    if (exact.length === 0) return link;
    if (!isShown && !/\.[^/]+$/.test(name)) return linkWithBase(normalLink(name) + suffix, base);

    const candidates = withForms(isShown ? exact : [...exact, ...textCandidates(name, place)]);
    for (const candidate of candidates) record.files[candidate] = stampOf(candidate);
    const file = findFile(candidates, root);
    if (!file) {
      const isBeside = !name.startsWith('/') || name.startsWith(`/${CONTENT_FOLDER}/`);
      if (isShown || (isBeside && FILE.test(decodePath(name)))) record.missing.push(link);
      return linkWithBase(normalLink(name) + suffix, base);
    }
    if (file.isPublic) {
      if (exact.includes(file.path)) return linkWithBase(link, base);
      return base + encodeName(path.relative(path.join(root, PUBLIC_FOLDER), file.path)) + suffix;
    }
    if (formatOf(file.path)) {
      const target = contentUrl(root, file.path);
      return target === undefined ? link : base + target + suffix;
    }
    const address = besideUrl(url, path.relative(place.folder, file.path));
    record.beside[address] = file.path;
    return base + address + suffix;
  };
}

/** Where a text may be that an address names by its file, as it lay in a Jekyll site. */
function textCandidates(name: string, { root, folder, base }: Place): string[] {
  const here = path.relative(root, folder).replaceAll(path.sep, '/');
  const decoded = decodePath(name);
  const plain = decoded.startsWith(`${base}/`) ? decoded.slice(base.length) : decoded;
  return relativeTexts(`${here}/text.md`, plain).map((file) => path.join(root, file));
}

/**
 * Where a file beside a text is published: below the text's own page, as jekyll-postfiles does, so that
 * two posts may each have a `chart.pdf`.
 * @param url of the page
 * @param file path relative to the folder of the text
 */
export function besideUrl(url: string, file: string): string {
  const folder = url.endsWith('/') ? url : `${url.replace(/\.html$/, '')}/`;
  const below = file.replaceAll(path.sep, '/').replace(/^(?:\.\.\/)+/, '');
  return folder + encodeName(below.normalize('NFC')).slice(1);
}

function encodeName(file: string): string {
  const parts = file.replaceAll(path.sep, '/').split('/');
  return `/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
}

/** Pages are at addresses in form C. */
function normalLink(name: string): string {
  return decodePath(name).normalize('NFC') === decodePath(name) ? name : toAddress(name);
}
