import { escapeMarkup } from '../../html/escape.ts';
import { LiquidMistake } from '../liquid/place.ts';
import type { LiquidTag } from '../liquid/tag.ts';

const SYNTAX =
  /^(?<names>\S.*?\s+)??(?<src>(?:https?:\/\/|\/|\S+\/)\S+)(?:\s+(?<width>\d+))?(?:\s+(?<height>\d+))?(?<title>\s+.+)?$/i;
const TITLE_AND_ALT = /["'](?<title>[^"']*)["']\s+["'](?<alt>[^"']*)["']/;

/** `{% img [class names] /path/to/image [width [height]] [title text | "title text" ["alt text"]] %}` */
export const img: LiquidTag = {
  render({ markup }) {
    const found = SYNTAX.exec(markup.replaceAll('\n', ' ').trim())?.groups;
    if (found === undefined) {
      throw new LiquidMistake(
        'expected the path of an image, such as {% img left /images/a.png 300 200 "Title" "Text" %}',
      );
    }
    const both = TITLE_AND_ALT.exec(found.title ?? '')?.groups;
    const title = both?.title ?? found.title?.trim().replace(/^(["'])(.*)\1$/, '$2');
    const attributes = {
      class: found.names?.replaceAll('"', '').trim(),
      src: found.src,
      width: found.width,
      height: found.height,
      title: title === '' ? undefined : title,
      alt: both?.alt ?? title ?? '',
    };
    const written = Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : `${name}="${escapeMarkup(value)}"`,
    );
    return `<img ${written.join(' ')}>`;
  },
};
