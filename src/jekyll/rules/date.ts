import {
  inRange,
  otherReadings as otherParts,
  parseDateText,
  type DateParts,
} from './date-text.ts';
import { YamlScalar } from './yaml.ts';

/** A moment as an author wrote it: an instant, and the offset from UTC that stood beside it. */
export interface PostDate {
  /** Milliseconds since 1970-01-01T00:00:00Z; whole seconds, as in Jekyll. */
  readonly time: number;
  /** Minutes east of UTC: -240 for `-0400`. Where none was written, that of the site's time zone. */
  readonly offset: number;
}

/**
 * Reads the value of a `date` key as Jekyll does. Without an offset, an unquoted date (`2025-09-04`),
 * an unquoted date with hours and minutes, and anything quoted are in the site's time zone; an
 * unquoted time with seconds (`2025-09-04 13:53:11`) is UTC, as YAML says.
 * @param value what `readFrontMatter` gives, or the date in a file name
 * @param timeZone IANA name: `America/New_York`
 * @returns `undefined` for what is not a date; also for one without a year, which Ruby would take
 * from the clock
 */
export function parsePostDate(value: unknown, timeZone: string): PostDate | undefined {
  const { kind, text } = value instanceof YamlScalar ? value : { kind: undefined, text: value };
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  if (kind === 'time') return parseYamlTime(String(text), timeZone);
  const parts = parseDateText(String(text));
  return parts && fromParts(parts, timeZone);
}

function fromParts(parts: DateParts, timeZone: string): PostDate {
  const offset = zoneOffset(parts.zone);
  return offset === undefined ? local(parts, timeZone) : at(parts, offset);
}

/** The moments that others would read where `parsePostDate` follows Ruby: see `date-text.ts`. */
export function otherReadings(value: unknown, timeZone: string): PostDate[] {
  if (typeof value !== 'string') return [];
  const days = value.match(/\d{4}-\d\d?-\d\d?/g)?.slice(1) ?? [];
  // The letter O for a zero, as in `2O26`.
  const zeros = value.replace(/(?<=\d)o(?=[\do-])|(?<=-)o(?=\d)/gi, '0');
  const parts = [...days, ...(zeros === value ? [] : [zeros])].flatMap(
    (text) => parseDateText(text) ?? [],
  );
  return [...otherParts(value), ...parts].map((parts) => fromParts(parts, timeZone));
}

/** Whether a value is the one form of a date that is UTC without saying so: unquoted, with seconds. */
export function readsAsUtc(value: unknown): boolean {
  return (
    value instanceof YamlScalar &&
    value.kind === 'time' &&
    !/(?:Z|[-+]\d\d?:?(?:\d\d)?)$/.test(value.text.slice(10))
  );
}

/** A YAML timestamp with seconds. https://yaml.org/type/timestamp.html */
const YAML_TIME =
  /^(\d{4})-(\d+)-(\d+)(?:T|\s+)(\d+):(\d+):(\d+)(?:\.\d*)?\s*(Z)?(?:([-+])(\d{1,2}):?(\d\d)?)?$/i;

function parseYamlTime(text: string, timeZone: string): PostDate | undefined {
  const match = YAML_TIME.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(Number);
  const parts = { year, month, day, hour, minute, second };
  if (!inRange(parts)) return undefined;
  const [, , , , , , , utc, sign, hours, minutes = 0] = match;
  if (sign) return at(parts, Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)));
  const date = at(parts, 0);
  return utc ? date : { time: date.time, offset: offsetAt(date.time, timeZone) };
}

/** The zones that Ruby's Time.parse knows by name, in hours east of UTC. Any other is the site's. */
const ZONES = new Map(
  Object.entries({
    UTC: 0,
    Z: 0,
    UT: 0,
    GMT: 0,
    EST: -5,
    EDT: -4,
    CST: -6,
    CDT: -5,
    MST: -7,
    MDT: -6,
    PST: -8,
    PDT: -7,
  }),
);

/** Minutes east of UTC of a zone as it stands in a text: `-0400`, `+05:30`, `+02`, `EDT`. */
function zoneOffset(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const [, sign, hours, minutes = 0] = /^([-+])(\d\d)(?::?(\d\d))?(?::?\d\d)?$/.exec(zone) ?? [];
  if (sign) return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const known = ZONES.get(zone.toUpperCase());
  return known === undefined ? undefined : known * 60;
}

function at(parts: DateParts, offset: number): PostDate {
  return { time: naiveTime(parts) - offset * MINUTE, offset };
}

/**
 * The instant at which clocks in the zone show that time. Of two such instants (the hour that autumn
 * repeats) the first; a time that spring skips is read with the offset before the change, as in Ruby.
 */
function local(parts: DateParts, timeZone: string): PostDate {
  const naive = naiveTime(parts);
  const before = offsetAt(naive - DAY, timeZone);
  const after = offsetAt(naive + DAY, timeZone);
  const isRight = (offset: number) => offsetAt(naive - offset * MINUTE, timeZone) === offset;
  const time = naive - (!isRight(before) && isRight(after) ? after : before) * MINUTE;
  return { time, offset: offsetAt(time, timeZone) };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function naiveTime({ year, month, day, hour, minute, second }: DateParts): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}

/** What clocks and calendars show at an instant. */
export interface ZonedParts extends Omit<DateParts, 'zone'> {
  /** 0 is Sunday. */
  weekday: number;
  /** Minutes east of UTC. */
  offset: number;
}

/**
 * What clocks in a time zone show at an instant.
 * @param time milliseconds since 1970
 * @param timeZone IANA name
 * @throws {RangeError} for a zone that does not exist
 */
export function zonedParts(time: number, timeZone: string): ZonedParts {
  return partsAt(time, offsetAt(time, timeZone));
}

/** A moment on the clock of a time zone. */
export function inZone(time: number, timeZone: string): PostDate {
  return { time, offset: offsetAt(time, timeZone) };
}

function partsAt(time: number, offset: number): ZonedParts {
  const date = new Date(time + offset * MINUTE);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
    offset,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC of a time zone at an instant. */
function offsetAt(time: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  // `1/5/2014, GMT-05:00`; `GMT` alone is UTC.
  const [, sign, hours, minutes] = /([-+])(\d\d):(\d\d)/.exec(format.format(time)) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/** A date in ISO 8601 (RFC 3339) with the offset it was written with: `2025-09-04T13:53:11-04:00`. */
export function toISO({ time, offset }: PostDate): string {
  const { year, month, day, hour, minute, second } = partsAt(time, offset);
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const clock = [hour, minute, second].map(two).join(':');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}${zone}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
