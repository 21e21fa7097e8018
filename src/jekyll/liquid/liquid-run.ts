import { LiquidError, type Context } from 'liquidjs';
import type { Problem } from '../../lib/problem.ts';
import { LiquidMistake, MissingFile, problemAt, type Place, type Report } from './place.ts';

/** What goes with the rendering of one post. */
export interface Run {
  readonly report: Report;
  /** What a tag or a file is that is not there. */
  readonly missing: 'error' | 'drop';
  /** The include tags that are being rendered, the outermost first. */
  readonly trail: Place[];
  /** The variables that the post, or a file included so far, defines at some place. */
  readonly defined: Set<string>;
  /** All keys that posts and pages have. */
  keysOfTexts(): ReadonlySet<string>;
}

const REGISTER = 'galley';

/** Ties a context to the rendering of one post. */
export function startRun(context: Context, run: Omit<Run, 'trail'>): void {
  context.setRegister(REGISTER, { ...run, trail: [] } satisfies Run);
}

/** The rendering that a context belongs to. */
export function runOf(context: Context): Run {
  return context.getRegister<Run>(REGISTER);
}

/** Reports what a tag or a filter threw while it was rendered. */
export function reportThrown(context: Context, place: Place, error: unknown): void {
  const { message, hint } = explain(error);
  const { report, missing, trail } = runOf(context);
  const dropped = missing === 'drop' && causeOf(error) instanceof MissingFile;
  report[dropped ? 'warn' : 'error'](withTrail(problemAt(place, message, hint), trail));
}

/** Reports what may be wrong with a tag that was rendered all the same. */
export function warnAt(context: Context, place: Place, message: string, hint?: string): void {
  const { report, trail } = runOf(context);
  report.warn(withTrail(problemAt(place, message, hint), trail));
}

/** A problem of an included file, with the tags that led to it. */
export function withTrail(problem: Problem, trail: readonly Place[]): Problem {
  if (trail.length === 0) return problem;
  const steps = trail.toReversed().map(({ file, line }) => `included by ${file}:${line}`);
  return { ...problem, via: steps.join(', ') };
}

/** What an error says, without the position that LiquidJS adds. */
export function explain(error: unknown): { message: string; hint?: string | undefined } {
  const cause = causeOf(error);
  if (cause instanceof LiquidMistake) return { message: cause.message, hint: cause.hint };
  const message = cause instanceof Error ? cause.message : String(cause);
  return { message: message.replace(/(?:, file:.*)?, line:\d+, col:\d+$/s, '') };
}

/** LiquidJS wraps what tags and filters throw. */
function causeOf(error: unknown): unknown {
  return LiquidError.is(error) ? ((error as WithCause).originalError ?? error) : error;
}

interface WithCause {
  readonly originalError?: unknown;
}
