import { looksLike } from '../lib/look-alike.ts';
import type { KeyProblem } from '../lib/problem.ts';
import type { Site } from '../site/schema.ts';
import { otherReadings, readsAsUtc, toISO, type PostDate } from '../jekyll/rules/date.ts';
import { readFlag } from '../jekyll/rules/flag.ts';
import {
  doubtfulDates,
  doubtfulFlags,
  draftMarks,
  hides,
  nestedFlags,
  timesOfKey,
  type Flag,
} from './gate-keys.ts';
import { contradictions, lostLines, type Written } from './gate-lines.ts';
import { doubtfulPlaces, hidingPart, openPlaces } from './gate-place.ts';
import { idiomsIn, tellIdiom } from './idioms.ts';
import { isPublic, type Status } from './status.ts';
import { toText } from '../jekyll/rules/yaml.ts';

/** May the public see a post, and why. */
export interface Verdict {
  status: Status;
  /** Completes «This post is draft because …»: `published: false`, `it lies in _drafts/`. */
  reason: string;
  /** The moment from which it may be another, because a date has passed: milliseconds since 1970. */
  until?: number;
  /** What the author ought to know of it. */
  warnings?: KeyProblem[];
}

/** What the gate decides on, and nothing else: not the environment, the mode or the machine. */
export interface GateInput {
  /** Front matter with the defaults of its folder. */
  data: Readonly<Record<string, unknown>>;
  /** The front matter as it was written, without the defaults. */
  written?: Written;
  /** Path below the posts' folder, with `/`. */
  path: string;
  /** Other paths of the same file, where it is a link or has one. */
  links?: readonly string[];
  /** The date of the post; `undefined` where it has none that can be read. */
  date: PostDate | undefined;
  /** What the date was read from. */
  dateText?: unknown;
  /** The moment of the build, in milliseconds since 1970. */
  now: number;
  site: Pick<Site, 'future' | 'timeZone' | 'idioms'>;
}

/**
 * Decides what the public may see. What it does not understand is a problem, never a guess in
 * favour of publishing.
 */
export function gate(input: GateInput): Verdict | KeyProblem[] {
  const { data, written, path, links = [], date, now, site } = input;
  const hiding = hidingPlace(path, links);
  if (hiding) return { status: 'draft', reason: hiding };

  const problems = [...doubtfulFlags(data), ...(written ? contradictions(written) : [])];
  const flag = (key: Flag): boolean | undefined => {
    const value = data[key];
    if (value === undefined) return undefined;
    const flag = key === 'published' && value === null ? false : readFlag(value);
    if (flag === undefined) {
      problems.push({ field: key, value, message: 'expected true or false' });
    }
    return flag;
  };
  const published = flag('published');
  const draft = flag('draft');
  const unlisted = flag('unlisted');
  const isHeldBack = published === false || draft === true;
  if (!isHeldBack) problems.push(...doubts(input, problems));
  if (problems.length > 0) return problems;

  if (published === false) return { status: 'draft', reason: '`published` is false' };
  if (draft) return { status: 'draft', reason: '`draft` is true' };

  const idioms = idiomsIn(data);
  /** What other programs' keys say counts where Galley's own say nothing. */
  const idiom = (meaning: 'draft' | 'unlisted', isOverruled: boolean) =>
    isOverruled ? undefined : idioms.find((idiom) => idiom.meaning === meaning);
  const isSaid = published === true || draft === false;
  const held = idiom('draft', isSaid);
  const kept = idiom('unlisted', unlisted !== undefined);
  const verdict = ((): Verdict => {
    if (held) return { status: 'draft', reason: `\`${held.field}\` keeps it back elsewhere` };
    if (date && date.time > now && !site.future) {
      return { status: 'scheduled', reason: 'its date is in the future' };
    }
    if (unlisted) return { status: 'unlisted', reason: '`unlisted` is true' };
    if (kept)
      return { status: 'unlisted', reason: `\`${kept.field}\` keeps it out of lists elsewhere` };
    return { status: 'published', reason: 'nothing holds it back' };
  })();
  const told = idioms.map((idiom) => tellIdiom(idiom, verdict.status));
  if (site.idioms === 'strict' && told.length > 0) return told;
  const open =
    isSaid || !isPublic(verdict.status) ? [] : [...openPlaces(path), ...draftMarks(data)];
  const warnings = [...told, ...open, ...utcWarning(input, verdict.status)];
  const until = nextDate(input);
  return {
    ...verdict,
    ...(until !== undefined && { until }),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** The first date after the build that the gate or what it tells depends on, however it may be read. */
function nextDate({ data, date, dateText, now, site }: GateInput): number | undefined {
  const own = date ? [date.time, date.time - date.offset * 60_000] : [];
  const others = otherReadings(dateText, site.timeZone).map(({ time }) => time);
  const ofKeys = Object.entries(data).flatMap(([key, value]) =>
    timesOfKey(key, value, site.timeZone),
  );
  const later = [...own, ...others, ...ofKeys].filter((time) => time > now);
  return later.length > 0 ? Math.min(...later) : undefined;
}

/** Why a file is hidden by where it lies, or by where what it is a link to lies. */
export function hidingPlace(path: string, links: readonly string[]): string | undefined {
  const own = hidingPart(path);
  if (own) return own;
  const other = links.find((link) => hidingPart(link));
  return other && `it is the same file as ${other}`;
}

/** What would hold a post back, or seems to be meant so, and does not. */
function doubts(
  { data, written, path, date, dateText, now, site }: GateInput,
  told: readonly KeyProblem[],
): KeyProblem[] {
  const isKnown = (flag: Flag) =>
    hides(flag, data[flag]) || told.some(({ field }) => looksLike(field).includes(flag));
  const lines = written ? [...lostLines(written, isKnown)] : [];
  const nested = [...nestedFlags(data)].filter(({ flag }) =>
    lines.every(({ field }) => field !== flag),
  );
  const found: KeyProblem[] = [
    ...doubtfulPlaces(path),
    ...lines,
    ...nested.map(({ flag: _flag, ...problem }) => problem),
  ];
  if (site.future) return found;
  return [
    ...found,
    ...doubtfulDates(data, { now, timeZone: site.timeZone }),
    ...ambiguousDate('date' in data ? 'date' : 'file name', { date, dateText, now, site }),
  ];
}

/** A date that is past as Jekyll reads it and in the future as others do: `12.12.26`, `12/5/2026`. */
function* ambiguousDate(
  field: string,
  { date, dateText, now, site }: Pick<GateInput, 'date' | 'dateText' | 'now' | 'site'>,
): Generator<KeyProblem> {
  if (!date || date.time > now) return;
  const other = otherReadings(dateText, site.timeZone).find(({ time }) => time > now);
  if (!other) return;
  const [first, second] = [date, other].map((date) => toISO(date).slice(0, 10));
  yield {
    field,
    value: toText(dateText),
    message: `can be read as ${first} or as ${second}, which is in the future`,
    hint: `Write the year first: \`${first}\` or \`${second}\`.`,
  };
}

/** The one form of a date that is not in the time zone of the site. */
function* utcWarning(
  { date, dateText, now, site: { timeZone } }: GateInput,
  status: Status,
): Generator<KeyProblem> {
  if (!date || !readsAsUtc(dateText) || date.offset === 0) return;
  if (status !== 'scheduled' && date.time - date.offset * 60_000 <= now) return;
  yield {
    field: 'date',
    value: toText(dateText),
    message: `is UTC, as in YAML: ${toISO(date)} in ${timeZone}`,
    hint: 'Add the offset (`+0000` if UTC is meant), or leave out the seconds for the time zone of the site.',
  };
}
