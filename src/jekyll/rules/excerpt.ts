import { codeRanges } from '../../lib/code-ranges.ts';
import { toText } from './yaml.ts';

/** What a post shows of itself in lists. */
export interface Excerpt {
  /** Text to show as it is where it comes from the front matter, else source to render. */
  source: string;
  /** The `excerpt` key, or the body of the post. */
  from: 'front matter' | 'body';
  /** What follows it in the body; empty where nothing was cut off. */
  rest: string;
}

/** Octopress's mark in every spelling that occurs: `<!--more-->`, `<!-- More -->`, `<!--more -->`, … */
const MORE = /<!-{2,3}\s*more\s*-{2,3}>/gi;

/** Jekyll's default separator: the excerpt is the first paragraph. */
const BLANK_LINE = '\n\n';
const BLANK = /\n\n/;

/**
 * The excerpt of a post as Jekyll takes it: the `excerpt` key, else what stands in the body before the
 * `excerpt_separator` of the post or the site, and all of it where the separator does not occur.
 * `<!-- more -->` is a separator as well (Octopress), unless another was named and occurs. In code,
 * which may be about separators, none is one.
 * @param data front matter, with its defaults
 * @param body the text below the front matter
 * @param siteSeparator of the config; none means the first paragraph
 * @param close ends what the separator has cut open, where the body is Liquid still
 */
export function excerptOf(
  data: Readonly<{ excerpt?: unknown; excerpt_separator?: unknown }>,
  body: string,
  siteSeparator: string = BLANK_LINE,
  close: (head: string) => string = (head) => head,
): Excerpt {
  const { excerpt } = data;
  if (excerpt !== undefined && excerpt !== null && excerpt !== false) {
    return { source: toText(excerpt), from: 'front matter', rest: '' };
  }
  const separator = toText(data.excerpt_separator) || siteSeparator;
  const more = markIn(body, MORE);
  if (separator === BLANK_LINE) return cut(body, more ?? BLANK.exec(body), close);
  return cut(body, markIn(body, new RegExp(RegExp.escape(separator), 'g')) ?? more, close);
}

/** The first place outside of code that a separator stands at. */
function markIn(body: string, separator: RegExp): RegExpExecArray | undefined {
  const marks = [...body.matchAll(separator)];
  if (marks.length === 0) return undefined;
  const code = codeRanges(body);
  return marks.find(({ index }) => !code.some(({ start, end }) => start <= index && index < end));
}

function cut(
  body: string,
  mark: RegExpExecArray | null | undefined,
  close: (head: string) => string,
): Excerpt {
  if (!mark) return { source: body, from: 'body', rest: '' };
  const rest = body.slice(mark.index + mark[0].length);
  const head = body.slice(0, mark.index);
  return { source: rest === '' ? head : withLinks(close(head), rest), from: 'body', rest };
}

/** What stands before a separator with the targets of its links and footnotes, which stand below it. */
function withLinks(head: string, tail: string): string {
  const definitions = [...tail.matchAll(/^ {0,3}(\[[^\]]+\])(:[^\n]+)$/gm)]
    .filter(([, label = '']) => head.includes(label))
    .map(([, label = '', target = '']) => label + target);
  return definitions.length === 0 ? head : `${head}\n\n${definitions.join('\n')}`;
}
