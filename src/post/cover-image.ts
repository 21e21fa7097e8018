import type { Values } from './values.ts';
import { isMapping } from './yaml.ts';

/** The cover image of a post as its front matter names it. */
export interface CoverImage {
  /** Path or whole address. */
  path: string;
  /** Text for those who do not see the image. */
  alt?: string | undefined;
  /** In pixels. */
  width?: number | undefined;
  height?: number | undefined;
}

/** Where themes write the address in a mapping: jekyll-seo-tag, Chirpy, HPSTR, Minimal Mistakes, Feeling Responsive. */
const PATHS = 'path src image feature overlay_image url teaser thumb thumbnail'.split(' ');

/** Other keys for the same: Minimal Mistakes and Beautiful Jekyll. */
const OTHER_KEYS = ['header', 'cover-img', 'thumbnail-img', 'share-img'];

/** The cover image: `image` in any of its forms, else what themes write instead of it. */
export function readCoverImage(values: Values): CoverImage | undefined {
  const image = values.get('image');
  if (image === undefined) return otherImage(values);
  if (!isMapping(image)) {
    const path = values.text('image', 'expected a path, or a mapping with path and alt');
    return path === undefined ? undefined : checked(values, { path });
  }
  const inside = values.inside('image', image);
  const path = inside.firstText(PATHS);
  if (path === undefined) {
    values.tell('image', image, 'expected a mapping with path and alt');
    return undefined;
  }
  return checked(values, {
    path,
    alt: inside.text('alt'),
    width: pixels(inside, 'width'),
    height: pixels(inside, 'height'),
  });
}

function otherImage(values: Values): CoverImage | undefined {
  for (const key of OTHER_KEYS) {
    // Beautiful Jekyll takes a list as well, also of mappings from a path to its caption.
    const [value] = [values.get(key)].flat();
    const isHeader = key === 'header';
    if (isHeader && !isMapping(value)) continue;
    const path = isMapping(value)
      ? isHeader
        ? values.inside(key, value).firstText(PATHS)
        : Object.keys(value)[0]
      : values.inside(key, { path: value }).firstText(['path']);
    if (path !== undefined) return checked(values, { path });
  }
  return undefined;
}

function checked(values: Values, image: CoverImage): CoverImage | undefined {
  if (URL.canParse(image.path, 'https://example.org')) return image;
  values.tell('image', image.path, 'expected a path or an address');
  return undefined;
}

/** A number of pixels: `640`, `"640"`, `640px`. Other lengths (`50%`, `30em`, `auto`) are a matter of style. */
function pixels(values: Values, key: string): number | undefined {
  const text = values.text(key, 'expected a number of pixels')?.trim();
  if (text === undefined || /^(?:[\d.]+\s*(?:%|[a-z]{2,4})|auto)$/.test(text.replace(/px$/, ''))) {
    return undefined;
  }
  const number = /^\d+(?:\.\d+)?(?:px)?$/.test(text) ? Math.round(Number.parseFloat(text)) : 0;
  if (number > 0) return number;
  values.tell(key, text, 'expected a number of pixels');
  return undefined;
}
