import { z } from 'zod';
import { field, firstText, saysNothing, text, toTextual } from './fields.ts';
import { mediaAddress, themeCover } from '../jekyll/themes/themes.ts';
import { isMapping } from '../jekyll/rules/yaml.ts';

/** Where themes write the address in a mapping: jekyll-seo-tag, Chirpy, HPSTR, Minimal Mistakes, Feeling Responsive. */
const PATHS = 'path src image feature overlay_image url teaser thumb thumbnail'.split(' ');

/** A number of pixels: `640`, `"640"`, `640px`. Other lengths (`50%`, `30em`, `auto`) are a matter of style. */
const pixels = field((value) => {
  const length = toTextual(value)?.trim() ?? '';
  if (/^(?:[\d.]+\s*(?:%|(?!px)[a-z]{2,4})|auto)$/.test(length)) return { number: undefined };
  const number = /^\d+(?:\.\d+)?(?:px)?$/.test(length) ? Math.round(Number.parseFloat(length)) : 0;
  return number > 0 ? { number } : undefined;
}, 'expected a number of pixels').transform((length) => length?.number);

/** The cover image of a post: a path or address, or a mapping with one. */
export const coverImage = z
  .unknown()
  .optional()
  .transform((value) => {
    if (saysNothing(value)) return undefined;
    return isMapping(value) ? { ...value, path: firstText(value, PATHS) } : { path: value };
  })
  .pipe(
    z
      .object({
        /** Path or whole address. */
        path: z.unknown().transform(toTextual),
        /** Text for those who do not see the image. */
        alt: text(),
        /** In pixels. */
        width: pixels,
        height: pixels,
        /** Markdown that stands below the image. */
        caption: text(),
      })
      .optional(),
  )
  .transform((image, context) => {
    if (image === undefined) return undefined;
    const { path } = image;
    if (path !== undefined && isAddress(path)) return { ...image, path };
    context.addIssue({
      code: 'custom',
      message: 'expected a path, or a mapping with path and alt',
    });
    return undefined;
  })
  .meta({
    type: ['string', 'object', 'boolean', 'null'],
    properties: {
      path: { type: 'string', description: 'Path or whole address.' },
      alt: { type: 'string', description: 'Text for those who do not see the image.' },
      width: { type: ['number', 'string'], description: 'In pixels.' },
      height: { type: ['number', 'string'], description: 'In pixels.' },
      caption: { type: 'string', description: 'What stands below it, in Markdown.' },
    },
  });

/** Where and how the cover image of a post is. */
export type CoverImage = NonNullable<z.output<typeof coverImage>>;

function isAddress(path: string): boolean {
  return URL.canParse(path, 'https://example.org');
}

const NO_DETAILS = { alt: undefined, width: undefined, height: undefined, caption: undefined };

/**
 * The cover of a post: what `image` names, else what a theme's own keys do, in the folder in which front
 * matter says that its pictures are.
 * @param image what the schema made of `image`
 */
export function coverOfData(
  image: CoverImage | undefined,
  data: Readonly<Record<string, unknown>>,
): CoverImage | undefined {
  const inFolder = mediaAddress(data) ?? ((address: string) => address);
  if (!saysNothing(data['image'])) return image && { ...image, path: inFolder(image.path) };
  const cover = themeCover(data);
  if (!cover || !isAddress(cover.path)) return undefined;
  return { ...NO_DETAILS, ...cover, path: inFolder(cover.path) };
}
