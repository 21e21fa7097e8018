import { BOOK, bookFace } from '../site/book.ts';
import type { Site } from '../site/schema.ts';
import { paletteOf, SCHEMES } from '../site/theme.ts';

/** Where feeds find it, below the base path. */
export const FEED_STYLE = '/feed.css';

/**
 * How a browser shows a feed of XML that somebody opens: as a list of the posts in it, in the look of the
 * pages, below a word on what it is for.
 * @param font address of the site's typeface, where it has one of its own
 * @param words what a feed is
 */
export function feedStyle(
  { theme }: Pick<Site, 'theme'>,
  words: string,
  font: string | undefined,
): string {
  const [light, dark] = SCHEMES.map((scheme) => paletteOf(theme, scheme));
  const tone = (name: 'paper' | 'tint' | 'ink' | 'ink2' | 'accent') =>
    `light-dark(${light?.[name]},${dark?.[name]})`;
  return `${bookFace(font)}
:root{display:block;color-scheme:light dark;max-width:30rem;margin:2rem auto;padding:0 1.25rem;font:1.1rem/1.55 ${BOOK};background:${tone('paper')};color:${tone('ink')}}
:root::before{content:${quoted(words)};display:block;margin-block-end:2rem;padding:.75rem 1rem;border-inline-start:3px solid ${tone('accent')};background:${tone('tint')}}
:where(:root *){display:none}
channel,item,entry,:is(channel,item,feed,entry)>:is(title,description,subtitle,summary){display:block}
:is(channel,feed)>title{font-size:2rem;line-height:1.2}
:is(channel,feed)>:is(description,subtitle){color:${tone('ink2')}}
item,entry{margin-block-start:1.5rem}
:is(item,entry)>title{font-size:1.3rem;line-height:1.3}
`;
}

/** As a string of CSS. https://www.w3.org/TR/cssom-1/#serialize-a-string */
const quoted = (text: string): string =>
  `"${text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`;
