/** How a block of code is shown: what stands behind the language of a fence. */
export interface CodeMeta {
  /** `title="src/app.ts"`; also `file` and `filename`. */
  title?: string | undefined;
  /** `{1,3-4}`: lines to point out, counted from 1. */
  marked: ReadonlySet<number>;
  /** `ins={2}`: lines that are new. */
  inserted: ReadonlySet<number>;
  /** `del={3}`: lines that are gone. */
  deleted: ReadonlySet<number>;
  /** `showLineNumbers` or `linenos`, with `startLineNumber=5` the number of the first line. */
  firstNumber?: number | undefined;
  /** `wrap`: long lines are broken, not scrolled. */
  wrap: boolean;
  /** `diff`: `+`, `-` or a space in front of each line says what became of it. */
  diff: boolean;
  /** `frame="terminal"`, `"code"` or `"none"`; else the language decides. */
  frame?: string | undefined;
}

const ENTRY = /([\w-]+)?(?:(=)?\{([\d\s,-]*)\}|=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))|([\w-]+)/g;

const HUGO_LINES = /\bhl_lines=(?:\[([^\]]*)\]|"([^"]*)")/g;

/**
 * Reads the meta string of a fence as Expressive Code, Docusaurus and Gatsby write it:
 * `title="a.js" {1,3-4} ins={2} del={5} showLineNumbers startLineNumber=10 wrap diff`. What it does
 * not know is left alone. Hugo's `hl_lines=[1,"3-4"]` is `{1,3-4}`. https://expressive-code.com/key-features/code-component/
 */
export function readCodeMeta(meta: string): CodeMeta {
  const values = new Map<string, string>();
  const words = new Set<string>();
  const lines = new Map<string, Set<number>>();
  const withLines = meta.replace(
    HUGO_LINES,
    (_, list?: string, quoted?: string) => `{${(list ?? quoted ?? '').replace(/["']/g, '')}}`,
  );
  for (const [, key, equals, range, double, single, bare, word] of withLines.matchAll(ENTRY)) {
    if (range !== undefined) {
      const name = equals && key ? key : 'mark';
      lines.set(name, new Set([...(lines.get(name) ?? []), ...readLines(range)]));
    } else if (word !== undefined) words.add(word);
    else values.set(key ?? '', double ?? single ?? bare ?? '');
  }
  const isOn = (key: string) => words.has(key) || (values.has(key) && values.get(key) !== 'false');
  const isNumbered = ['showLineNumbers', 'linenos', 'startLineNumber'].some(isOn);
  return {
    title: values.get('title') ?? values.get('file') ?? values.get('filename'),
    marked: lines.get('mark') ?? new Set(),
    inserted: lines.get('ins') ?? new Set(),
    deleted: lines.get('del') ?? new Set(),
    firstNumber: isNumbered ? Number(values.get('startLineNumber') ?? 1) || 1 : undefined,
    wrap: isOn('wrap'),
    diff: isOn('diff'),
    frame: values.get('frame'),
  };
}

/** More lines than any post shows at once; a typing mistake must not fill the memory. */
const MOST_LINES = 10_000;

/** `1,3-4` as numbers. */
export function readLines(range: string): number[] {
  return range.split(/[\s,]+/).flatMap((part) => {
    const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (first === '') return [];
    const length = Math.min(Number(last) - Number(first) + 1, MOST_LINES);
    return Array.from({ length: Math.max(0, length) }, (_, index) => Number(first) + index);
  });
}
