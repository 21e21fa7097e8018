import { annotate } from './annotation.ts';
import type { Find } from './find.ts';

const START = /\{::(comment|nomarkdown|options)(?:\s([^{}\n]*?))?(\/)?\}/y;

/** An extension tag with all that belongs to it. */
export interface Extension {
  /** Index behind it. */
  end: number;
  /** What it becomes. */
  markdown: string;
  /** The text of `{::options … /}`. */
  options: string | undefined;
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
  const options = name === 'options' ? (attributes ?? '') : undefined;
  if (closed !== undefined) return { end: from, markdown: '', options };
  const stops = [`{:/${name}}`, '{:/}'].map((stop) => ({ stop, at: find(stop, from) }));
  const first = stops.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0];
  if (first === undefined) return undefined;
  const body = text.slice(from, first.at);
  return {
    end: first.at + first.stop.length,
    markdown: name === 'nomarkdown' ? annotate('html', body.replace(/^\n|\n$/g, '')) : '',
    options,
  };
}
