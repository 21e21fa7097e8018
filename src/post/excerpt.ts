import { toText } from './yaml.ts';

/** What a post shows of itself in lists. */
export interface Excerpt {
  /** Text to show as it is where it comes from the front matter, else source to render. */
  source: string;
  /** The `excerpt` key, or the body of the post. */
  from: 'front matter' | 'body';
}

/** Octopress's mark in every spelling that occurs: `<!--more-->`, `<!-- More -->`, `<!--more -->`, … */
const MORE = /<!-{2,3}\s*more\s*-{2,3}>/i;

/** Jekyll's default separator: the excerpt is the first paragraph. */
const BLANK_LINE = '\n\n';

/**
 * The excerpt of a post as Jekyll takes it: the `excerpt` key, else what stands in the body before the
 * `excerpt_separator` of the post or the site, and all of it where the separator does not occur.
 * `<!-- more -->` is a separator as well (Octopress), unless another was named and occurs.
 * @param data front matter, with its defaults
 * @param body the text below the front matter
 * @param siteSeparator of the config; none means the first paragraph
 */
export function excerptOf(
  data: Readonly<{ excerpt?: unknown; excerpt_separator?: unknown }>,
  body: string,
  siteSeparator: string = BLANK_LINE,
): Excerpt {
  const { excerpt } = data;
  if (excerpt !== undefined && excerpt !== null && excerpt !== false) {
    return { source: toText(excerpt), from: 'front matter' };
  }
  const separator = toText(data.excerpt_separator) || siteSeparator;
  const [more] = MORE.exec(body) ?? [];
  const separators = separator === BLANK_LINE ? [more, separator] : [separator, more];
  const found = separators.find((one) => one !== undefined && body.includes(one));
  return { source: found === undefined ? body : before(body, found), from: 'body' };
}

/** What stands before a separator, made whole: open blocks are closed, links keep their targets. */
function before(body: string, separator: string): string {
  const index = body.indexOf(separator);
  const head = body.slice(0, index);
  const tail = body.slice(index + separator.length);
  if (tail === '') return head;
  const closed = closeLiquid(head);
  const definitions = linkDefinitions(closed, tail);
  return definitions.length === 0 ? closed : `${closed}\n\n${definitions.join('\n')}`;
}

/** Liquid's and Jekyll's tags that have an end, and Octopress's. */
const LIQUID_BLOCKS = new Set(
  'blockquote capture case codeblock comment for highlight if ifchanged pullquote raw tablerow unless'.split(
    ' ',
  ),
);

/** The ends of Liquid blocks that the separator cut off. */
function closeLiquid(head: string): string {
  const open = [...head.matchAll(/\{%-?\s*(\w+)\s*[^]*?-?%\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => LIQUID_BLOCKS.has(name) && !new RegExp(`\\{%-?\\s*end${name}`).test(head));
  return open.reduceRight((text, name) => `${text}\n{% end${name} %}`, head);
}

/** Definitions of the links (and footnotes) that the excerpt uses, from the text below it. */
function linkDefinitions(head: string, tail: string): string[] {
  return [...tail.matchAll(/^ {0,3}(\[[^\]]+\])(:[^\n]+)$/gm)]
    .filter(([, label = '']) => head.includes(label))
    .map(([, label = '', target = '']) => label + target);
}
