import type { Problem } from '../../lib/problem.ts';

/** Where a tag or an output stands in its template. */
export interface Place {
  /** Path of the template, relative to the project's root. */
  readonly file: string;
  /** Line in that file, counted from 1. */
  readonly line: number;
  /** The tag or output as it was written. */
  readonly text: string;
  /** What stands before it on its first line. */
  readonly lead: string;
  /** What stands after it on its last line. */
  readonly tail: string;
  /** Whether it stands inside an HTML element, where kramdown reads no Markdown. */
  readonly insideHtml: boolean;
}

/** The problem that stands at a place. */
export function problemAt(place: Place, message: string, hint?: string): Problem {
  return { file: place.file, line: place.line, value: excerpt(place.text), message, hint };
}

/** The problem of a block without an end. */
export function neverClosed(place: Place, name: string, hint?: string): Problem {
  return problemAt(place, `this tag is never closed: expected {% end${name} %}`, hint);
}

/** Thrown by a tag or a filter: what was expected and, where it can be told, what was meant. */
export class LiquidMistake extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'LiquidMistake';
    this.hint = hint;
  }
}

/** Thrown for a file that is not there; left out with a warning where unknown tags are. */
export class MissingFile extends LiquidMistake {}

/** The first line of a text, cut where it gets long. */
function excerpt(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/** Takes what was found wrong. */
export interface Report {
  /** A mistake that Jekyll stops at, or that leaves a post without part of its text. */
  error(problem: Problem): void;
  /** A mistake that Jekyll reads over. */
  warn(problem: Problem): void;
}
