import { zonedParts, type PostDate } from './date.ts';

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A moment taken apart on its own clock. */
interface Shown extends ReturnType<typeof zonedParts> {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** The day of the year, counted from 1. */
  readonly yearDay: number;
  /** The week of ISO 8601, which belongs to the year of its Thursday. */
  readonly iso: { readonly year: number; readonly week: number };
  /** IANA name of the zone that the clock may belong to. */
  readonly timeZone: string;
}

/** Numbers, how wide they are, and what fills them up. */
const NUMBERS: Readonly<Record<string, [(shown: Shown) => number, number, ' '?]>> = {
  Y: [({ year }) => year, 4],
  C: [({ year }) => Math.floor(year / 100), 2],
  y: [({ year }) => year % 100, 2],
  m: [({ month }) => month, 2],
  d: [({ day }) => day, 2],
  e: [({ day }) => day, 2, ' '],
  j: [({ yearDay }) => yearDay, 3],
  H: [({ hour }) => hour, 2],
  k: [({ hour }) => hour, 2, ' '],
  I: [({ hour }) => hour % 12 || 12, 2],
  l: [({ hour }) => hour % 12 || 12, 2, ' '],
  M: [({ minute }) => minute, 2],
  S: [({ second }) => second, 2],
  u: [({ weekday }) => weekday || 7, 1],
  w: [({ weekday }) => weekday, 1],
  U: [({ yearDay, weekday }) => Math.floor((yearDay + 6 - weekday) / 7), 2],
  W: [({ yearDay, weekday }) => Math.floor((yearDay + 6 - ((weekday + 6) % 7)) / 7), 2],
  G: [({ iso }) => iso.year, 4],
  g: [({ iso }) => iso.year % 100, 2],
  V: [({ iso }) => iso.week, 2],
  s: [({ time }) => Math.floor(time / 1000), 1],
};

const WORDS: Readonly<Record<string, (shown: Shown) => string>> = {
  A: ({ weekday }) => DAYS[weekday] ?? '',
  a: ({ weekday }) => (DAYS[weekday] ?? '').slice(0, 3),
  B: ({ month }) => MONTHS[month - 1] ?? '',
  b: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  h: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  P: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
  Z: zoneName,
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
};

/** Directives that stand for others. */
const COMPOUNDS: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  v: '%e-%^b-%Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
  '+': '%a %b %e %H:%M:%S %Z %Y',
};

/**
 * Formats a moment on its own clock as Ruby's `Time#strftime` does; a directive that Ruby does not
 * know stays. https://docs.ruby-lang.org/en/3.3/strftime_formatting_rdoc.html
 * @param timeZone for `%Z`, IANA name of the zone that the moment's offset belongs to
 */
export function strftime(moment: PostDate, format: string, timeZone = 'UTC'): string {
  const shown = show(moment, timeZone);
  const expanded = format.replace(/%([cDFrRTvxX+])/g, (whole, name: string) => {
    return COMPOUNDS[name] ?? whole;
  });
  return expanded.replace(
    /%([-_0^#]*)(\d*)(:{0,2})([a-zA-Z%])/g,
    (whole, flags: string, digits: string, colons: string, name: string) => {
      const width = digits === '' ? undefined : Number(digits);
      if (name === 'N' || name === 'L') return fraction(shown, width ?? (name === 'N' ? 9 : 3));
      if (name === 'z') return offset(shown, colons);
      const number = NUMBERS[name];
      if (number !== undefined) {
        const [read, usual, filler = '0'] = number;
        const fill = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : filler;
        return String(read(shown)).padStart(width ?? (flags.includes('-') ? 0 : usual), fill);
      }
      const word = WORDS[name]?.(shown);
      return word === undefined ? whole : cased(word, flags).padStart(width ?? 0);
    },
  );
}

function show({ time, offset: minutes }: PostDate, timeZone: string): Shown {
  const local = time + minutes * MINUTE;
  const parts = zonedParts(local, 'UTC');
  const daysSince = (year: number, at: number) => Math.floor((at - Date.UTC(year, 0, 1)) / DAY);
  const thursday = local + (4 - (parts.weekday || 7)) * DAY;
  const isoYear = new Date(thursday).getUTCFullYear();
  return {
    ...parts,
    offset: minutes,
    time,
    timeZone,
    yearDay: daysSince(parts.year, local) + 1,
    iso: { year: isoYear, week: Math.floor(daysSince(isoYear, thursday) / 7) + 1 },
  };
}

function cased(word: string, flags: string): string {
  if (flags.includes('^')) return word.toUpperCase();
  if (!flags.includes('#')) return word;
  return /[a-z]/.test(word) ? word.toUpperCase() : word.toLowerCase();
}

function fraction({ time }: Shown, digits: number): string {
  const milliseconds = ((time % 1000) + 1000) % 1000;
  return String(milliseconds).padStart(3, '0').padEnd(digits, '0').slice(0, digits);
}

function offset({ offset: minutes }: Shown, colons: string): string {
  const size = Math.abs(minutes);
  const parts = [Math.floor(size / 60), size % 60, ...(colons === '::' ? [0] : [])];
  const digits = parts.map((part) => String(part).padStart(2, '0'));
  return (minutes < 0 ? '-' : '+') + digits.join(colons === '' ? '' : ':');
}

function zoneName({ time, offset: minutes, timeZone }: Shown): string {
  if (zonedParts(time, timeZone).offset !== minutes) return minutes === 0 ? 'UTC' : '';
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' });
  return parts.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
