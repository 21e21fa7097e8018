import { statSync, type Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_FOLDER, PUBLIC_FOLDER } from '../../site/paths.ts';
import { decodePath, isWhole } from '../../lib/url.ts';
import { drawingSize } from './drawing-size.ts';

/** A text's place: what the addresses of its pictures are relative to. */
export interface Place {
  /** Absolute path of the project. */
  root: string;
  /** Absolute path of the folder in which the text's file lies. */
  folder: string;
  /** Path of the text's page below the base path, where it is known. */
  url?: string | undefined;
  /** The path below which the site lives, without its last slash. */
  base: string;
}

/** A file that an address in a text means. */
export interface LocalFile {
  /** Absolute. */
  path: string;
  /** Copied to the site under its own name, because it lies in `public/`. */
  isPublic: boolean;
  bytes: number;
}

/** In pixels. */
export interface Size {
  width: number;
  height: number;
  /** It moves, and would stand still or become a strip if it were made anew. */
  isAnimated?: boolean;
}

/** Widths that pictures are made in: the column of text on usual screens, and on sharp ones. */
const WIDTHS = [720, 1440];
/** How wide the column is, as `sizes`; lengths here are multiples of 16 pixels. */
export const SIZES = '(width < 42em) 100vw, 39rem';
/** The same for what stands wide. */
export const WIDE_SIZES = '(width < 70em) 100vw, 68rem';

/** The widths to make of a picture, the largest last: none is wider than it is by itself. */
export function widthsFor(natural: number): { widths: number[]; largest: number } {
  const largest = Math.min(natural, WIDTHS.at(-1) ?? natural);
  return { widths: [...WIDTHS.filter((width) => width < largest), largest], largest };
}

/** Where the files may be that an address means: beside the text, or in `public/`; none for other servers. */
export function fileCandidates(link: string, place: Place): string[] {
  if (link === '' || link.startsWith('#') || isWhole(link)) return [];
  const { root, folder, url = '/', base } = place;
  const name = decodePath(link.replace(/[?#].*$/s, ''));
  const inPublic = (name: string) => path.join(root, PUBLIC_FOLDER, name);
  if (!name.startsWith('/')) {
    // Jekyll's authors write paths relative to the page.
    const page = path.posix.join(decodePath(url).replace(/[^/]*$/, ''), name);
    return [path.join(folder, name), inPublic(page)];
  }
  const isBelow = base !== '' && name.startsWith(`${base}/`);
  return [...(isBelow ? [name.slice(base.length)] : []), name].map((name) =>
    // The project's own paths, as code hosts follow them.
    name.startsWith(`/${CONTENT_FOLDER}/`) ? path.join(root, name) : inPublic(name),
  );
}

/** Paths with their names in other forms of Unicode too: macOS writes form D, most others C. */
export function withForms(candidates: readonly string[]): string[] {
  const forms = [undefined, 'NFC', 'NFD'] as const;
  return [
    ...new Set(
      candidates.flatMap((file) => forms.map((form) => (form ? file.normalize(form) : file))),
    ),
  ];
}

/** The first of the candidates that is a file of the site: of its content, or in `public/`. */
export function findFile(candidates: readonly string[], root: string): LocalFile | undefined {
  const publicFolder = path.join(root, PUBLIC_FOLDER) + path.sep;
  const contentFolder = path.join(root, CONTENT_FOLDER) + path.sep;
  for (const candidate of candidates) {
    if (!candidate.startsWith(publicFolder) && !candidate.startsWith(contentFolder)) continue;
    const stats = statSync(candidate, { throwIfNoEntry: false });
    if (!stats?.isFile()) continue;
    return {
      path: candidate,
      isPublic: candidate.startsWith(publicFolder),
      bytes: stats.size,
    };
  }
  return undefined;
}

/** The place of a file of posts or pages. */
export function placeOf(file: string, base: string, url?: string): Place {
  const [root = ''] = file.split(`${path.sep}src${path.sep}content${path.sep}`);
  return { root, folder: path.dirname(file), url, base };
}

/** Whether the pixels of a picture can be written anew. */
const isRaster = ({ path }: LocalFile): boolean => /\.(?:avif|jpe?g|png|tiff?|webp)$/i.test(path);

/** A picture in `public/` that has fewer bytes is served as it is. */
const LARGE = 60_000;

/**
 * Whether Astro is to make a picture smaller. Drawings, animations and what cannot be read stay as they
 * are, and so does what no import can name.
 */
export function isMadeSmaller(file: LocalFile, size: Size | undefined): boolean {
  if (!size || size.isAnimated || !isRaster(file)) return false;
  if (/[?#%\\]/.test(withSlashes(file.path))) return false;
  return !file.isPublic || file.bytes > LARGE;
}

/** The path by which a module in `folder` would import a file. */
export function importPath(file: string, folder: string): string {
  return `./${withSlashes(path.relative(folder, file))}`;
}

const withSlashes = (file: string): string => file.replaceAll(path.sep, '/');

/** Whether every file still is what it was when its stamp was taken. */
export function areUnchanged(files: Readonly<Record<string, string>>): boolean {
  return Object.entries(files).every(([file, stamp]) => stampOf(file) === stamp);
}

/** Tells whether a file has changed; empty where there is none. */
export function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? stamp(stats) : '';
}

const stamp = ({ mtimeMs, size }: Stats): string => `${mtimeMs} ${size}`;

const sizes = new Map<string, { stamp: string; size: Promise<Size | undefined> }>();

/** The size of a picture as it is shown; nothing where it cannot be read. */
export function sizeOf(file: string): Promise<Size | undefined> {
  const stamp = stampOf(file);
  let known = sizes.get(file);
  if (known?.stamp !== stamp) {
    known = { stamp, size: measure(file) };
    sizes.set(file, known);
  }
  return known.size;
}

async function measure(file: string): Promise<Size | undefined> {
  const bytes = await readFile(file);
  if (/\.svgz?$/i.test(file)) return drawingSize(bytes.toString('utf8'));
  // It is large, and most runs never need it.
  const { default: sharp } = await import('sharp');
  try {
    const { autoOrient, pages = 1, format } = await sharp(bytes).metadata();
    const { width, height } = autoOrient;
    const isAnimated = (pages > 1 && format !== 'tiff') || isAnimatedPng(bytes);
    return { width, height, ...(isAnimated && { isAnimated }) };
  } catch {
    return undefined;
  }
}

/** Animated PNG says so before its pixels. https://www.w3.org/TR/png-3/#11acTL */
function isAnimatedPng(bytes: Buffer): boolean {
  const control = bytes.indexOf('acTL');
  return (
    bytes.subarray(1, 4).toString('latin1') === 'PNG' &&
    control >= 0 &&
    control < bytes.indexOf('IDAT')
  );
}
