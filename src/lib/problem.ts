import { showInvisible } from './look-alike.ts';
import { shorten } from './shorten.ts';

/** A mistake in content or configuration, told so that the person who made it can mend it. */
export interface Problem {
  /** Path of the file, relative to the project's root. */
  file: string;
  /** Line in that file, counted from 1. */
  line?: number | undefined;
  /** Front matter or config key, dotted where nested. */
  field?: string | undefined;
  /** The value as it was read; shown to the reader. */
  value?: unknown;
  /** What was expected. */
  message: string;
  /** What led to the place, where that is another file: `included by src/content/posts/a.md:5`. */
  via?: string | undefined;
  /** What was probably meant. */
  hint?: string | undefined;
  /** Something is not there that readers would notice: a warning in a build, an error in `npm run check`. */
  missing?: boolean | undefined;
}

/** What is to be said of a key of the front matter: its place in it, without the file. */
export type KeyProblem = Pick<Problem, 'line' | 'value' | 'message' | 'hint'> & { field: string };

/** Stops a build with every problem that was found, in the order of files and lines. */
export class ContentError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const sorted = problems.toSorted(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0),
    );
    super(formatProblems(sorted));
    this.name = 'ContentError';
    this.problems = sorted;
    // Where in our code it was noticed says nothing to the person who wrote the post.
    this.stack = '';
  }

  /** Each problem has its own; Astro would guess at one from single words of the message. */
  get hint(): undefined {
    return undefined;
  }
  set hint(_guess: unknown) {}
}

/** The problems as text: one block each, file and line first, so that editors can link them. */
export function formatProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [`${count} to mend:`, ...problems.map(formatProblem)].join('\n\n');
}

/** One problem as text of one to three lines. */
export function formatProblem(problem: Problem): string {
  const { field, value, hint } = problem;
  const subject = field === undefined ? '' : `  ${showInvisible(field)}${showValue(value)}: `;
  return [placeOf(problem), `${subject || '  '}${messageOf(problem)}`, hint && `  ${hint}`]
    .filter(Boolean)
    .join('\n');
}

/** What was expected, and what led there. */
export function messageOf({ message, via }: Pick<Problem, 'message' | 'via'>): string {
  return via === undefined ? message : `${message} (${via})`;
}

/** So many places of a kind are named before they are only counted. */
const SHOWN = 4;

/**
 * Problems by kind (what is wrong with which field), the most frequent first: the first of each as
 * text, and below it where the others are.
 */
export function formatKinds(problems: readonly Problem[], shown = SHOWN): string[] {
  const kinds = Map.groupBy(problems, ({ field, message }) => `${field}: ${message}`);
  return [...kinds.values()]
    .toSorted((a, b) => b.length - a.length)
    .map(([first, ...others]) => {
      const rest = others.length - (shown - 1);
      return [
        first && formatProblem(first),
        others.length > 0 && `  ${others.length + 1} of this kind; the others:`,
        ...others.slice(0, shown - 1).map((other) => {
          const { value, via } = other;
          return `    ${placeOf(other)}${showValue(value)}${via === undefined ? '' : ` (${via})`}`;
        }),
        rest > 0 && `    and ${rest} more`,
      ]
        .filter(Boolean)
        .join('\n');
    });
}

function placeOf({ file, line }: Problem): string {
  return line === undefined ? file : `${file}:${line}`;
}

function showValue(value: unknown): string {
  if (value === undefined) return '';
  const text = showInvisible(JSON.stringify(value) ?? String(value));
  return ` = ${shorten(text, 120)}`;
}

/**
 * The candidate that a mistyped word most likely stands for, if one is near: the same word in
 * another case or with other separators, or at most two edits away (one in words up to four letters).
 * @param limit how many edits away, where it is fewer
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  limit?: number,
): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  const wanted = plain(word);
  const most = limit ?? (wanted.length <= 4 ? 1 : 2);
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, plain(candidate), most);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance (insert, delete, replace, swap neighbours); over `limit` is enough to know. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
