import { codeSpanAt } from './code-span.ts';
import { forwardFind } from './find.ts';

const SEPARATOR = /^[+|: \t-]*-[+|: \t-]*$/;
const FOOTER = /^[+|: \t=]*=[+|: \t=]*$/;

/** Whether `line` has a `|` that divides cells: neither escaped nor in code. */
export const isTableLine = (line: string): boolean => line.includes('|') && split(line).length > 1;

/**
 * A table as kramdown reads it (no header row needed, separator lines anywhere, rows of any length) as
 * a Markdown table, or `undefined` when `lines` make none. A table without a header row gets an empty
 * one, which the page leaves out again. https://kramdown.gettalong.org/syntax.html#tables
 */
export function tableToMarkdown(lines: readonly string[]): string[] | undefined {
  const heads: string[][] = [];
  const body: string[][] = [];
  let alignment: string[] | undefined;
  for (const line of lines.map((each) => each.trim())) {
    if (SEPARATOR.test(line)) {
      if (body.length === 0 || alignment !== undefined) continue;
      heads.push(...body.splice(0));
      alignment = cells(line.replaceAll('+', '|')).map(delimiter);
    } else if (!FOOTER.test(line)) {
      body.push(cells(line));
    }
  }
  if (body.length === 0) return undefined;
  const width = [...heads, ...body].reduce((most, row) => Math.max(most, row.length), 0);
  const row = (values: readonly string[], filler: string): string =>
    `| ${Array.from({ length: width }, (_, i) => values[i] ?? filler).join(' | ')} |`;
  const [head = [], ...moreHeads] = heads;
  return [
    row(head, ''),
    row(alignment ?? [], '---'),
    ...[...moreHeads, ...body].map((values) => row(values, '')),
  ];
}

const delimiter = (cell: string): string =>
  `${cell.startsWith(':') ? ':' : ''}---${cell.length > 1 && cell.endsWith(':') ? ':' : ''}`;

function cells(line: string): string[] {
  const row = split(line).map((cell) => cell.trim());
  if (row.length > 1 && row[0] === '') row.shift();
  if (row.length > 1 && row.at(-1) === '') row.pop();
  return row;
}

/** What stands between the dividing `|`; a `|` inside code, of backticks or `<code>`, is escaped. */
function split(line: string): string[] {
  const row: string[] = [];
  let cell = '';
  const unclosed = new Set<number>();
  const find = forwardFind(line);
  const code = (start: number, end: number): void => {
    token.lastIndex = end;
    cell += line.slice(start, end).replaceAll('|', '\\|');
  };
  const token = /\\.|`|\||<code(?:\s[^<>|]*)?>|[^\\`|<]+|[\\<]/g;
  for (let match = token.exec(line); match !== null; match = token.exec(line)) {
    if (match[0] === '|') {
      row.push(cell);
      cell = '';
    } else if (match[0] === '`') {
      const { opened, end } = codeSpanAt(line, match.index, unclosed);
      code(match.index, end ?? opened);
    } else if (match[0].startsWith('<code')) {
      const end = find('</code>', token.lastIndex);
      code(match.index, end < 0 ? token.lastIndex : end);
    } else {
      cell += match[0];
    }
  }
  return [...row, cell];
}
