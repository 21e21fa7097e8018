import { fileURLToPath } from 'node:url';
import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { addressKind, mapSrcset } from '../html/references.ts';
import { contentUrl } from '../source/content-url.ts';
import site from '../site.config.ts';
import { linkWithBase } from '../html/base-path.ts';
import { rewriteAttributes } from '../html/tags.ts';
import { createLinks, recordOf, type ResolveLink } from './local-files.ts';
import { pathInAstro } from './pictures/images.ts';
import { placeOf } from './pictures/picture-files.ts';

/** Elements that a text may hold with an address on them. */
const ELEMENTS = (
  'a area audio blockquote body button del embed form iframe image img input ins link object q script ' +
  'source track use video'
).split(' ');

/** What loads by itself and is no picture, film or sound: where it leads is not looked into. */
const FRAMES = /^(?:iframe|embed|script)$/;

type JsxNode = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Writes the addresses of a text as they are on the site (see `createLinks`), those in HTML and JSX too. */
export const addresses = ({
  data: { astro },
  fileURL,
}: PluginFactoryContext): HastPluginDefinition => {
  const resolve =
    astro && fileURL
      ? linksOf(fileURLToPath(fileURL), astro.frontmatter)
      : (link: string) => linkWithBase(link, site.base);
  const imported = (tag: string, src: unknown) =>
    tag === 'img' && typeof src === 'string' && astro?.localImagePaths.has(pathInAstro(src));

  return {
    name: 'addresses',
    element: {
      filter: ELEMENTS,
      visit(node, context) {
        if (imported(node.tagName, node.properties.src)) return;
        for (const [key, value] of Object.entries(node.properties)) {
          if (typeof value !== 'string') continue;
          const written = rewrite(resolve, node.tagName, key.toLowerCase(), value);
          if (written !== undefined && written !== value) context.setProperty(node, key, written);
        }
      },
    },
    raw(node, context) {
      const value = addressesInHtml(node.value, resolve);
      if (value !== node.value) context.setProperty(node, 'value', value);
    },
    mdxJsxFlowElement: { filter: ELEMENTS, visit: inJsx },
    mdxJsxTextElement: { filter: ELEMENTS, visit: inJsx },
  };

  function inJsx(node: Readonly<JsxNode>): JsxNode | undefined {
    let isChanged = false;
    const attributes = node.attributes.map((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
        return attribute;
      }
      const { name, value } = attribute;
      const written = rewrite(resolve, node.name ?? '', name.toLowerCase(), value);
      if (written === undefined || written === value) return attribute;
      isChanged = true;
      return { ...attribute, value: written };
    });
    return isChanged ? { ...node, attributes } : undefined;
  }
};

function linksOf(file: string, frontmatter: Record<string, unknown>): ResolveLink {
  const place = placeOf(file, site.base);
  const { url = contentUrl(place.root, file) } = frontmatter;
  const page = typeof url === 'string' ? url : undefined;
  return createLinks({ ...place, url: page }, recordOf(frontmatter));
}

/** The same for a piece of HTML. */
export function addressesInHtml(html: string, resolve: ResolveLink): string {
  return rewriteAttributes(html, (tag, attribute, value) =>
    rewrite(resolve, tag, attribute, value),
  );
}

/** The value of an attribute with its addresses resolved; nothing where it holds none. */
function rewrite(
  resolve: ResolveLink,
  tag: string,
  attribute: string,
  value: string,
): string | undefined {
  const kind = addressKind(tag, attribute);
  const isShown = /^(?:src|poster|srcset|imagesrcset)$/.test(attribute) && !FRAMES.test(tag);
  if (kind === 'srcset') return mapSrcset(value, (address) => resolve(address, isShown));
  return kind === 'address' ? resolve(value, isShown) : undefined;
}
