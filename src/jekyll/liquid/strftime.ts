import { zonedParts, type PostDate } from '../../post/date.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Directives that stand for others. */
const COMPOUND: Readonly<Record<string, string>> = {
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
 * @param timeZone for `%Z`, the zone that the moment's offset belongs to
 */
export function strftime(moment: PostDate, format: string, timeZone = 'UTC'): string {
  return format.replace(
    /%([-_0^#]*)(\d*)(:{0,2})([a-zA-Z%+])/g,
    (whole, flags: string, width: string, colons: string, directive: string) => {
      const compound = COMPOUND[directive];
      const field: Field | undefined =
        compound === undefined
          ? read(moment, directive, colons, Number(width), timeZone)
          : { text: strftime(moment, compound, timeZone), pad: ' ', width: 0 };
      return field === undefined ? whole : shape(field, flags, width);
    },
  );
}

interface Field {
  text: string | number;
  pad: ' ' | '0';
  width: number;
}

function shape({ text, pad, width: usual }: Field, flags: string, given: string): string {
  let out = String(text);
  if (flags.includes('^')) out = out.toUpperCase();
  if (flags.includes('#')) out = /[a-z]/.test(out) ? out.toUpperCase() : out.toLowerCase();
  const fill = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : pad;
  const width = given === '' ? (flags.includes('-') ? 0 : usual) : Number(given);
  return out.padStart(width, fill);
}

function read(
  moment: PostDate,
  directive: string,
  colons: string,
  width: number,
  timeZone: string,
): Field | undefined {
  const shown = moment.time + moment.offset * MINUTE;
  const { year, month, day, hour, minute, second, weekday } = zonedParts(shown, 'UTC');
  const yearDay = Math.floor((shown - Date.UTC(year, 0, 1)) / DAY) + 1;
  const number = (text: number, usual: number, pad: ' ' | '0' = '0') => ({ text, pad, width: usual });
  const word = (text: string) => ({ text, pad: ' ' as const, width: 0 });
  switch (directive) {
    case 'Y':
      return number(year, 4);
    case 'C':
      return number(Math.floor(year / 100), 2);
    case 'y':
      return number(year % 100, 2);
    case 'm':
      return number(month, 2);
    case 'B':
      return word(MONTHS[month - 1] ?? '');
    case 'b':
    case 'h':
      return word((MONTHS[month - 1] ?? '').slice(0, 3));
    case 'd':
      return number(day, 2);
    case 'e':
      return number(day, 2, ' ');
    case 'j':
      return number(yearDay, 3);
    case 'H':
      return number(hour, 2);
    case 'k':
      return number(hour, 2, ' ');
    case 'I':
      return number(hour % 12 || 12, 2);
    case 'l':
      return number(hour % 12 || 12, 2, ' ');
    case 'p':
      return word(hour < 12 ? 'AM' : 'PM');
    case 'P':
      return word(hour < 12 ? 'am' : 'pm');
    case 'M':
      return number(minute, 2);
    case 'S':
      return number(second, 2);
    case 'L':
    case 'N': {
      const digits = width || (directive === 'L' ? 3 : 9);
      const fraction = String(((moment.time % 1000) + 1000) % 1000).padStart(3, '0');
      return word(fraction.padEnd(digits, '0').slice(0, digits));
    }
    case 'z':
      return word(offset(moment.offset, colons));
    case 'Z':
      return word(zoneName(moment, timeZone));
    case 'A':
      return word(DAYS[weekday] ?? '');
    case 'a':
      return word((DAYS[weekday] ?? '').slice(0, 3));
    case 'u':
      return number(weekday || 7, 1);
    case 'w':
      return number(weekday, 1);
    case 'U':
      return number(Math.floor((yearDay + 6 - weekday) / 7), 2);
    case 'W':
      return number(Math.floor((yearDay + 6 - ((weekday + 6) % 7)) / 7), 2);
    case 'G':
      return number(isoWeek(shown).year, 4);
    case 'g':
      return number(isoWeek(shown).year % 100, 2);
    case 'V':
      return number(isoWeek(shown).week, 2);
    case 's':
      return number(Math.floor(moment.time / 1000), 1);
    case 'n':
      return word('\n');
    case 't':
      return word('\t');
    case '%':
      return word('%');
    default:
      return undefined;
  }
}

function offset(minutes: number, colons: string): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const size = Math.abs(minutes);
  const separator = colons === '' ? '' : ':';
  const seconds = colons === '::' ? ':00' : '';
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}${seconds}`;
}

function zoneName({ time, offset: minutes }: PostDate, timeZone: string): string {
  if (zonedParts(time, timeZone).offset !== minutes) return minutes === 0 ? 'UTC' : '';
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' });
  return parts.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** The week of ISO 8601, which belongs to the year of its Thursday. */
function isoWeek(shown: number): { year: number; week: number } {
  const weekday = new Date(shown).getUTCDay() || 7;
  const thursday = new Date(shown + (4 - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1 };
}
