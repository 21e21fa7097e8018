import { ContentError } from '../lib/problem.ts';

/** The form that BUILD_TIME and feeds use. https://www.rfc-editor.org/rfc/rfc3339 */
const ISO_DATE_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/**
 * The moment of the build in milliseconds since 1970: `BUILD_TIME` where it is set, so that a build
 * can be repeated, or the clock.
 * @throws ContentError where BUILD_TIME is not an ISO 8601 date or date and time with offset
 */
export function buildTime(environment = process.env): number {
  const { BUILD_TIME } = environment;
  if (!BUILD_TIME) return Date.now();
  const time = ISO_DATE_TIME.test(BUILD_TIME) ? Date.parse(BUILD_TIME) : Number.NaN;
  if (Number.isNaN(time) || !isDay(BUILD_TIME.slice(0, 10))) {
    throw environmentError(
      'BUILD_TIME',
      BUILD_TIME,
      'expected a time such as 2026-01-31T12:00:00Z',
    );
  }
  return time;
}

/** Whether the calendar has a day; JavaScript takes 31 February for 3 March. */
function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/**
 * Whether the drafts preview was asked for: `DRAFTS=1`, or `--drafts`, which is typed alike on every system.
 * @throws ContentError for any value but 1, 0 and nothing, because a guess could publish drafts
 */
export function draftsPreview(environment = process.env, args = process.argv): boolean {
  const { DRAFTS } = environment;
  if (args.includes('--drafts')) return true;
  if (!DRAFTS || DRAFTS === '0') return false;
  if (DRAFTS === '1') return true;
  throw environmentError('DRAFTS', DRAFTS, 'expected 1, or nothing for the public site');
}

/** Whether a build is to say all that it knows: `--details`. Astro's `--verbose` is no help: it prints the environment too, and whatever secrets are in there. */
export function wantsDetails(): boolean {
  return process.argv.includes('--details');
}

/** Whether a build is to begin as if nothing had been built before: `--force`. */
export function isForced(): boolean {
  return process.argv.includes('--force');
}

function environmentError(field: string, value: string, message: string): ContentError {
  return new ContentError([{ file: 'environment', field, value, message }]);
}
