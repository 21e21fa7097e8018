import { fileURLToPath } from 'node:url';
import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { escapeMarkup } from '../html/escape.ts';
import site from '../site.config.ts';
import { rewriteTags, startTag, type Attributes } from './html-tags.ts';
import {
  findPicture,
  importPath,
  isImportable,
  isLarge,
  isRaster,
  pictureCandidates,
  placeOf,
  SIZES,
  sizeOf,
  stampOf,
  widthsFor,
  type PictureFile,
  type Size,
} from './picture-files.ts';

/** What becomes of the pictures of a text, for the store and for checks. */
export interface PictureRecord {
  /** Every file that was looked for, with what tells whether it has changed (see `stampOf`). */
  files: Record<string, string>;
  /** Addresses, as they are written, for which there is no file. */
  missing: string[];
}

/** What stands within so many characters of the beginning is on the first screen. */
const FIRST_SCREEN = 700;
const MAY_HOLD_ONE = /!\[|<img\b/i;

/** Writes the pictures of one text. */
interface Pictures {
  /** Finds out what is at an address; comes before `toHtml`. */
  look(src: string): Promise<void>;
  /** The HTML for an `<img>` with these attributes; nothing where it has no address. */
  toHtml(attributes: Attributes): string | undefined;
  record: PictureRecord;
  /** What `astro:assets` has to import, relative to the text's file. */
  imports: Set<string>;
}

function preparePictures(source: string, fileURL: URL, url: unknown): Pictures {
  const page = typeof url === 'string' ? url : undefined;
  const place = placeOf(fileURLToPath(fileURL), site.base, page);
  const record: PictureRecord = { files: {}, missing: [] };
  const imports = new Set<string>();
  const found = new Map<string, PictureFile & { size: Size | undefined }>();
  return {
    record,
    imports,
    async look(src) {
      const candidates = pictureCandidates(src, place);
      for (const candidate of candidates) record.files[candidate] = stampOf(candidate);
      const file = findPicture(candidates, place.root);
      if (file) found.set(src, { ...file, size: await sizeOf(file.path) });
      else if (candidates.length > 0) record.missing.push(src);
    },
    toHtml(attributes) {
      const src = attributes.get('src');
      if (src === undefined) return undefined;
      const file = found.get(src);
      const at = source.indexOf(src);
      if (!attributes.has('loading') && (at < 0 || at > FIRST_SCREEN)) {
        attributes.set('loading', 'lazy');
      }
      if (!file?.size) return startTag('img', attributes);
      setSize(attributes, file.size);
      const isImported = isImportable(file) && (!file.isPublic || isLarge(file));
      if (!isImported) return startTag('img', attributes);
      const imported = importPath(file.path, place.folder);
      imports.add(imported);
      return isRaster(file)
        ? pictureHtml(attributes, imported, file, file.size)
        : `<img ${marker({ ...Object.fromEntries(attributes), src: imported })}>`;
    },
  };
}

/**
 * Gives each picture its width and height, so that nothing jumps when it arrives, and lets it wait
 * until it is near the screen. One beside the text, and a large one in `public/`, is also made
 * in smaller sizes as AVIF and WebP, by `astro:assets`; what is in `public/` keeps its own address.
 */
export const pictures = ({
  source,
  sourceFormat,
  data,
  fileURL,
}: PluginFactoryContext): HastPluginDefinition | false => {
  const { astro } = data;
  if (!astro || !fileURL || sourceFormat !== 'markdown' || !MAY_HOLD_ONE.test(source)) return false;
  const { look, toHtml, record, imports } = preparePictures(
    source,
    fileURL,
    astro.frontmatter['url'],
  );
  astro.frontmatter['pictures'] = record;
  // Astro knows of the files in Markdown; here they are found for HTML as well.
  astro.localImagePaths = imports;
  return {
    name: 'pictures',
    async before(root) {
      await Promise.all(Array.from(sourcesIn(root), look));
    },
    element: {
      filter: ['img'],
      visit(node, context) {
        const value = toHtml(attributesOf(node));
        if (value !== undefined) context.replaceNode(node, { type: 'raw', value });
      },
    },
    raw(node, context) {
      const value = inHtml(node.value, toHtml);
      if (value !== node.value) context.setProperty(node, 'value', value);
    },
  };
};

/**
 * The same for a text that is HTML.
 * @param url path of the text's page below the base path
 */
export async function picturesInHtml(html: string, fileURL: URL, url: string) {
  const { look, toHtml, record, imports } = preparePictures(html, fileURL, url);
  await Promise.all(Array.from(sourcesIn({ type: 'raw', value: html }), look));
  return { html: inHtml(html, toHtml), record, imports: [...imports] };
}

/** The addresses of the pictures in a tree. */
function sourcesIn(tree: HastNode): Set<string> {
  const sources = new Set<string>();
  const visit = (node: HastNode): void => {
    if (node.type === 'element' && node.tagName === 'img') {
      if (typeof node.properties.src === 'string') sources.add(node.properties.src);
    } else if (node.type === 'raw') {
      inHtml(node.value, (attributes) => {
        const src = attributes.get('src');
        if (src !== undefined) sources.add(src);
        return undefined;
      });
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return sources;
}

function inHtml(html: string, toHtml: Pictures['toHtml']): string {
  return rewriteTags(html, ({ name, attributes }) =>
    name === 'img' ? toHtml(attributes) : undefined,
  );
}

/**
 * Sets the attributes that keep the picture's place. One number that an author gives decides the
 * other; what is no number of pixels (`50%`) is a matter of style.
 */
function setSize(attributes: Attributes, { width, height }: Size): void {
  const [w, h] = [pixels(attributes.get('width')), pixels(attributes.get('height'))];
  const styles = (['width', 'height'] as const).flatMap((name) => {
    const value = attributes.get(name);
    return value && !pixels(value) ? [`${name}:${value}`] : [];
  });
  if (styles.length > 0) {
    attributes.set('style', [attributes.get('style'), ...styles].filter(Boolean).join(';'));
  }
  attributes.set('width', String(w ?? (h ? Math.round((h * width) / height) : width)));
  attributes.set('height', String(h ?? (w ? Math.round((w * height) / width) : height)));
}

function pixels(value: string | undefined): number | undefined {
  return value && /^\d+(?:px)?$/.test(value) ? Number.parseInt(value, 10) : undefined;
}

/** What `astro:assets` replaces by the attributes of the picture in several sizes. */
function pictureHtml(
  attributes: Attributes,
  src: string,
  { isPublic }: PictureFile,
  { width: natural, height }: Size,
): string {
  const own = Object.fromEntries(attributes);
  const { widths, largest } = widthsFor(natural);
  const isFull = Number(own['width']) === natural;
  const shared = {
    src,
    widths,
    sizes: own['sizes'] ?? SIZES,
    width: isFull ? largest : Number(own['width']),
    height: isFull ? Math.round((largest * height) / natural) : Number(own['height']),
    loading: own['loading'] ?? 'eager',
  };
  const source = (format: string) =>
    `<source ${marker({ type: `image/${format}`, ...shared, format })}>`;
  const img = isPublic
    ? source('webp') + startTag('img', attributes)
    : `<img ${marker({ ...own, ...shared, format: 'webp' })}>`;
  return `<picture>${source('avif')}${img}</picture>`;
}

/** Astro decodes `&quot;` and `&amp;` alone. */
function marker(properties: Record<string, unknown>): string {
  const json = JSON.stringify(properties).replaceAll('<', '\\u003c');
  return `__ASTRO_IMAGE_="${escapeMarkup(json)}"`;
}

type Element = Extract<HastNode, { type: 'element' }>;

function attributesOf({ properties }: Readonly<Element>): Attributes {
  const attributes: Attributes = new Map();
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    const name =
      key === 'className' ? 'class' : key.replace(/^(data|aria)(?=[A-Z])/, '$1-').toLowerCase();
    attributes.set(name, value === true ? '' : [value].flat().join(' '));
  }
  return attributes;
}
