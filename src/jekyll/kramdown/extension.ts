import { annotate } from './annotation.ts';
import { parseAttributeList } from './attributes.ts';
import type { Find } from './find.ts';
import { carryOptions, readOptions, type KramdownOptions } from './options.ts';

const START = /\{::(comment|nomarkdown|options)(?:\s([^{}\n]*?))?(\/)?\}/y;

/** An extension tag with all that belongs to it. */
export interface Extension {
  /** Index behind it. */
  end: number;
  /** What it becomes. */
  markdown: string;
  /** What `{::options … /}` sets. */
  options?: KramdownOptions;
}

/**
 * The extension at `index`: `{::comment}` … `{:/comment}` is dropped, `{::nomarkdown}` passes its HTML
 * as it is, `{::options key="value" /}` sets options. `find` searches `text`.
 * https://kramdown.gettalong.org/syntax.html#extensions
 */
export function extensionAt(text: string, index: number, find: Find): Extension | undefined {
  START.lastIndex = index;
  const match = START.exec(text);
  if (match === null) return undefined;
  const [tag, name = '', attributes, closed] = match;
  const from = index + tag.length;
  const made = (end: number, body: string): Extension => {
    if (name === 'nomarkdown') {
      return { end, markdown: annotate('html', body.replace(/^\n|\n$/g, '')) };
    }
    if (name === 'comment') return { end, markdown: '' };
    // kramdown has read `hard_wrap` before it reads the text.
    const { hardWrap: _, ...options } = readOptions(
      parseAttributeList(attributes ?? '').attributes,
    );
    return { end, markdown: carryOptions(options), options };
  };
  if (closed !== undefined) return made(from, '');
  const stops = [`{:/${name}}`, '{:/}'].map((stop) => ({ stop, at: find(stop, from) }));
  const first = stops.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0];
  if (first === undefined) return undefined;
  return made(first.at + first.stop.length, text.slice(from, first.at));
}
