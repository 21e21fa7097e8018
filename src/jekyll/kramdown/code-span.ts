const RUN = /`+/y;

/** A run of backticks, and the end of the code span that it opens, if another run closes it. */
export interface CodeSpan {
  /** Index behind the run. */
  opened: number;
  /** Index behind the closing run, or `undefined` when the backticks are text. */
  end: number | undefined;
}

/**
 * Reads the backticks at `index` of `text`. `unclosed` remembers the run lengths that nothing further
 * on closes, so that a text full of backticks is not searched again and again. One between blanks is text:
 * https://github.com/gettalong/kramdown/blob/REL_2_4_0/lib/kramdown/parser/kramdown/codespan.rb
 */
export function codeSpanAt(text: string, index: number, unclosed: Set<number>): CodeSpan {
  RUN.lastIndex = index;
  const run = RUN.exec(text)?.[0] ?? '';
  const opened = index + run.length;
  if (unclosed.has(run.length) || isLone(text, index, run)) return { opened, end: undefined };
  for (let at = text.indexOf(run, opened); at >= 0; at = text.indexOf(run, at)) {
    const start = at;
    while (text[at] === '`') at++;
    if (at - start === run.length) return { opened, end: at };
  }
  unclosed.add(run.length);
  return { opened, end: undefined };
}

/** Whether a backtick stands between blanks. */
const isLone = (text: string, index: number, run: string): boolean =>
  run.length === 1 && /\s/.test(text[index - 1] ?? '') && /\s/.test(text[index + 1] ?? '');
