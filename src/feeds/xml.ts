import { escapeMarkup } from '../html/escape.ts';
import type { Picture } from '../posts/cover.ts';
import { withBase } from '../posts/href.ts';
import { FEED_STYLE } from './style.ts';

/** Characters that XML 1.0 cannot hold, even escaped. https://www.w3.org/TR/xml/#charsets */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** `text` without the control characters that would make a feed unreadable. */
export function legalXml(text: string): string {
  return text.replace(ILLEGAL, '');
}

/** Attributes by their names; those without a value are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with a text, or with nothing in it. */
export function element(name: string, attributes: Attributes, text = ''): string {
  return markup(name, attributes, [escapeMarkup(text)]);
}

/** An element with others in it; those that say nothing are left out. */
export function markup(
  name: string,
  attributes: Attributes,
  content: readonly (string | undefined | false)[],
): string {
  const start = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeMarkup(String(value))}"`))
    .join('');
  const inside = content.filter(Boolean).join('\n');
  return inside === '' ? `<${name}${start}/>` : `<${name}${start}>${inside}</${name}>`;
}

/** A whole document, which browsers show in the look of the site. https://www.w3.org/TR/xml-stylesheet/ */
export function xmlDocument(root: string): string {
  const style = `<?xml-stylesheet type="text/css" href="${escapeMarkup(withBase(FEED_STYLE))}"?>`;
  return legalXml(`<?xml version="1.0" encoding="UTF-8"?>\n${style}\n${root}\n`);
}

export const MEDIA_NAMESPACE = 'http://search.yahoo.com/mrss/';

/** A cover, for readers that show one beside the text. https://www.rssboard.org/media-rss */
export function mediaContent({ url, alt, type, bytes, width, height }: Picture): string {
  return markup('media:content', { url, medium: 'image', type, fileSize: bytes, width, height }, [
    alt && element('media:description', { type: 'plain' }, alt),
  ]);
}
