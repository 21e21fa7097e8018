import { fileURLToPath } from 'node:url';
import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { escapeMarkup } from '../../html/escape.ts';
import site from '../../site.config.ts';
import { addressesInHtml } from '../addresses.ts';
import { rewriteTags, startTag, type Attributes } from '../../html/tags.ts';
import { recordOf, type FileRecord, type ResolveLink } from '../local-files.ts';
import {
  fileCandidates,
  findFile,
  importPath,
  isMadeSmaller,
  placeOf,
  SIZES,
  sizeOf,
  stampOf,
  WIDE_SIZES,
  widthsFor,
  withForms,
  type LocalFile,
  type Size,
} from './picture-files.ts';

/** What stands within so many characters of the beginning is on the first screen. */
const FIRST_SCREEN = 700;
const MAY_HOLD_ONE = /!\[|<img\b/i;

/** Writes the pictures of one text. */
interface Pictures {
  /** Finds out what is at an address; comes before `toHtml`. */
  look(src: string): Promise<void>;
  /**
   * The HTML for an `<img>` with these attributes; nothing where it has no address.
   * @param isWhole whether its author wrote a `<picture>` around it
   */
  toHtml(attributes: Attributes, isWhole?: boolean): string | undefined;
  /** What `astro:assets` has to import, relative to the text's file. */
  imports: Set<string>;
}

function preparePictures(source: string, file: string, url: unknown, record: FileRecord): Pictures {
  const page = typeof url === 'string' ? url : undefined;
  const place = placeOf(file, site.base, page);
  const imports = new Set<string>();
  const found = new Map<string, LocalFile & { size: Size | undefined }>();
  return {
    imports,
    async look(src) {
      const candidates = withForms(fileCandidates(src, place));
      for (const candidate of candidates) record.files[candidate] = stampOf(candidate);
      const file = findFile(candidates, place.root);
      if (file) found.set(src, { ...file, size: await sizeOf(file.path) });
    },
    toHtml(attributes, isWhole = false) {
      const src = attributes.get('src');
      if (src === undefined) return undefined;
      const file = found.get(src);
      const at = source.indexOf(src);
      if (!attributes.has('loading') && (at < 0 || at > FIRST_SCREEN)) {
        attributes.set('loading', 'lazy');
      }
      if (!file?.size) return startTag('img', attributes);
      setSize(attributes, file.size);
      // An author who gives several files has chosen them.
      if (isWhole || attributes.has('srcset') || !isMadeSmaller(file, file.size)) {
        return startTag('img', attributes);
      }
      const imported = importPath(file.path, place.folder);
      imports.add(imported);
      return pictureHtml(attributes, imported, file, file.size);
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
  const { frontmatter } = astro;
  const file = fileURLToPath(fileURL);
  const { look, toHtml, imports } = preparePictures(
    source,
    file,
    frontmatter['url'],
    recordOf(frontmatter),
  );
  const inHtml = createRewriter(toHtml);
  // Astro knows of the files in Markdown; here they are found for HTML as well.
  astro.localImagePaths = imports;
  return {
    name: 'pictures',
    async before(root) {
      imports.clear();
      await Promise.all(Array.from(sourcesIn(root), look));
    },
    element: {
      filter: ['img'],
      visit(node, context) {
        const value = toHtml(attributesOf(node), inHtml.isOpen());
        if (value !== undefined) context.replaceNode(node, { type: 'raw', value });
      },
    },
    raw(node, context) {
      const value = inHtml.rewrite(node.value);
      if (value !== node.value) context.setProperty(node, 'value', value);
    },
  };
};

/**
 * The same for a text that is HTML, its other addresses too.
 * @param url path of the text's page below the base path
 */
export async function picturesInHtml(
  html: string,
  file: string,
  url: string,
  record: FileRecord,
  resolve: ResolveLink,
): Promise<{ html: string; imports: string[] }> {
  const { look, toHtml, imports } = preparePictures(html, file, url, record);
  await Promise.all(Array.from(sourcesIn({ type: 'raw', value: html }), look));
  const rewritten = createRewriter(toHtml).rewrite(html);
  return { html: addressesInHtml(rewritten, resolve), imports: [...imports] };
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

/** Rewrites the pictures of a text's HTML piece by piece, and knows whether a `<picture>` is open. */
function createRewriter(toHtml: Pictures['toHtml']) {
  let open = 0;
  return {
    isOpen: () => open > 0,
    rewrite: (html: string) =>
      html
        .split(/(?=<picture\b|<\/picture\s*>)/i)
        .map((part) => {
          if (/^<picture/i.test(part)) open += 1;
          else if (/^<\/picture/i.test(part)) open = Math.max(0, open - 1);
          return inHtml(part, (attributes) => toHtml(attributes, open > 0));
        })
        .join(''),
  };
}

function inHtml(html: string, toHtml: (attributes: Attributes) => string | undefined): string {
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
  { isPublic }: LocalFile,
  { width: natural, height }: Size,
): string {
  const own = Object.fromEntries(attributes);
  const { widths, largest } = widthsFor(natural);
  const isFull = Number(own['width']) === natural;
  const shared = {
    src,
    widths,
    sizes: own['sizes'] ?? (/\bwide\b/.test(own['class'] ?? '') ? WIDE_SIZES : SIZES),
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
