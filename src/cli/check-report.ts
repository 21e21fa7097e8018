import { formatProblem, messageOf, type Problem } from '../lib/problem.ts';
import { shorten } from '../lib/shorten.ts';

/** How a report may be written. */
export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** Something to be said of a file, and whether it fails the check. */
export interface Row extends Problem {
  severity: 'error' | 'warning';
}

/**
 * The rows of a report in the order of files and lines.
 * @param problems what stops a build
 * @param warnings what does not; what readers would miss is an error here
 * @param strict whether every warning is an error
 */
export function rowsOf(
  problems: readonly Problem[],
  warnings: readonly Problem[],
  strict: boolean,
): Row[] {
  const severityOf = ({ missing }: Problem) => (strict || missing ? 'error' : 'warning');
  return [
    ...problems.map((problem): Row => ({ severity: 'error', ...problem })),
    ...warnings.map((warning): Row => ({ severity: severityOf(warning), ...warning })),
  ].toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0),
  );
}

/** @param count how many posts were looked at */
export function formatReport(format: Format, rows: readonly Row[], count: number): string {
  if (format === 'json') return JSON.stringify(rows.map(toJson), null, 2);
  const lines = rows.map(format === 'github' ? annotation : formatRow);
  return [...lines, summary(rows, count)].join(format === 'github' ? '\n' : '\n\n');
}

function formatRow(row: Row): string {
  const [place = '', ...said] = formatProblem(row).split('\n');
  return [`${place}  ${row.severity}`, ...said].join('\n');
}

function summary(rows: readonly Row[], count: number): string {
  const number = (of: string, list: readonly unknown[]) =>
    `${list.length} ${of}${list.length === 1 ? '' : 's'}`;
  if (rows.length === 0) return `${count} posts, no problems`;
  const errors = rows.filter(({ severity }) => severity === 'error');
  const warnings = rows.filter(({ severity }) => severity === 'warning');
  const files = new Set(rows.map(({ file }) => file));
  return `${number('error', errors)}, ${number('warning', warnings)} in ${number('file', [...files])}; ${count} posts`;
}

function toJson(row: Row) {
  const { severity, file, line, field, value, hint } = row;
  return { severity, file, line, field, value, message: messageOf(row), hint };
}

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
function annotation(row: Row): string {
  const { severity, file, line, field, value, hint } = row;
  const subject = [
    field,
    value === undefined ? [] : shorten(JSON.stringify(value) ?? String(value), 120),
  ].flat();
  const text = [
    [subject.filter(Boolean).join(' = '), messageOf(row)].filter(Boolean).join(': '),
    hint,
  ];
  const place = [`file=${property(file)}`, line === undefined ? [] : `line=${line}`].flat();
  return `::${severity} ${place.join(',')}::${data(text.filter(Boolean).join('\n'))}`;
}

const data = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
