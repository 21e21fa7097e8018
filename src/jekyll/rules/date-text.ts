/** The parts of a date and time as they were written; month and day count from 1. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** What stood where a zone may stand: `-0400`, `EDT`, or any word. */
  zone?: string | undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = MONTHS.join('|');
const NUMBER = String.raw`(?<!\d)\d+`;

const WEEKDAY = /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i;
const TIME = new RegExp(
  String.raw`(${NUMBER})\s*(?:(?::\s*(\d+)(?:\s*:\s*(\d+)(?:[,.]\d*)?)?|h(?:\s*(\d+)m?(?:\s*(\d+)s?)?)?)(?:\s*([ap])(?:m\b|\.m\.))?|([ap])(?:m\b|\.m\.))(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|\p{L}+(?:\sdst)?(?![\p{L}\p{N}_])))?`,
  'iu',
);

/**
 * The notations of Ruby's Date._parse in the order in which it tries them; the groups are named
 * after the place that Ruby expects there, which `orderParts` corrects.
 */
const DATES = [
  String.raw`(?<d>'?${NUMBER})[^-\d\s]*\s*(?<mon>${MONTH})[^-\d\s']*(?:\s*(?<y>'?-?\d+(?:(?:st|nd|rd|th)\b)?))?`,
  String.raw`\b(?<mon>${MONTH})[^-\d\s']*\s*(?<d>'?\d+)[^-\d\s']*(?:\s*,?\s*(?<y>'?-?\d+))?`,
  String.raw`(?<y>'?[-+]?${NUMBER})-(?<m>\d+)-(?<d>'?-?\d+)`,
  String.raw`(?<d>'?-?${NUMBER})-(?<mon>${MONTH})[^-/.]*-(?<y>'?-?\d+)`,
  String.raw`\b(?<mon>${MONTH})[^-/.]*-(?<d>'?-?\d+)(?:-(?<y>'?-?\d+))?`,
  String.raw`(?<y>'?-?${NUMBER})/\s*(?<m>'?\d+)(?:\D\s*(?<d>'?-?\d+))?`,
  String.raw`(?<y>'?-?${NUMBER})\.\s*(?<m>'?\d+)\.\s*(?<d>'?-?\d+)`,
].map((source) => new RegExp(source, 'i'));

/** `20140105`, `20140105T1030`, `20140105103000 +0200` */
const DIGITS =
  /(?<!\d)(\d{4})(\d\d)(\d\d)(?:\s*t?\s*(\d\d)(?:(\d\d)(\d\d)?)?)?(?!\d)(?:\s*(z\b|[-+]\d{1,4}\b))?/i;

/**
 * Finds the date and time in a text as Ruby's Time.parse does, which Jekyll calls: `2014-01-05`,
 * `2014-01-05 10:00 -0400`, `2007/10/13`, `June 23, 2020`, `11-9-2017`, `2016-07-19 (optional)`.
 * `undefined` where there is none, it has no year, or a part is out of range. Days that a month lacks
 * (31 February) are left to the calendar, as in Ruby.
 */
export function parseDateText(source: string): DateParts | undefined {
  const { text, time } = splitTime(source);
  return withTime(findDay(text), time);
}

/**
 * What else people mean by a date that is written with two digits for the year, or with the year at
 * the end: `12.12.26` is 2012 in Ruby and 2026 in Germany, `12/5/2026` in May or in December.
 */
export function otherReadings(source: string): DateParts[] {
  const { text, time } = splitTime(source);
  const groups = DATES.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
  const { y, m, d, mon } = groups ?? {};
  if (y === undefined || d === undefined) return [];
  const month = mon === undefined ? m : String(MONTHS.indexOf(mon.toLowerCase()) + 1);
  const [first, second, third] = [y, month ?? '', d].map((part) => part.replace(/\D/g, ''));
  const orders = [
    [third, second, first],
    ...(mon === undefined
      ? [
          [third, first, second],
          [first, second, third],
        ]
      : []),
  ];
  // Where the year is whole and comes first, nobody reads it otherwise.
  if (isYear(y) && mon === undefined) return [];
  return orders.flatMap(([year = '', month, day]) => {
    if ([month, day].some(isYear)) return [];
    const parts = { year: fullYear(year), month: Number(month), day: Number(day), ...MIDNIGHT };
    return withTime(parts, time) ?? [];
  });
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0 };

/** A text of tolerable length without weekdays and time of day, and the latter. */
function splitTime(source: string): { text: string; time: RegExpExecArray | null } {
  if (source.length > 128) return { text: '', time: null };
  const text = source.replace(/[^-+',./:@\p{L}\p{N}[\]]+/gu, ' ').replace(WEEKDAY, ' ');
  const time = TIME.exec(text);
  return { text: time ? text.replace(time[0], ' ') : text, time };
}

function withTime(day: DateParts | undefined, time: RegExpExecArray | null): DateParts | undefined {
  if (!day) return undefined;
  const parts = { ...day, ...(time && readTime(time)) };
  return inRange(parts) ? parts : undefined;
}

function readTime(match: RegExpExecArray): Omit<DateParts, 'year' | 'month' | 'day'> {
  const [, hour = '', minute, second, minuteAfterH, secondAfterM, half, onlyHalf, zone] = match;
  const afternoon = half ?? onlyHalf;
  return {
    hour: afternoon ? (Number(hour) % 12) + (/p/i.test(afternoon) ? 12 : 0) : Number(hour),
    minute: Number(minute ?? minuteAfterH ?? 0),
    second: Number(second ?? secondAfterM ?? 0),
    zone,
  };
}

function findDay(text: string): DateParts | undefined {
  for (const pattern of DATES) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const { y, m, d, mon } = groups;
    const month = mon === undefined ? m : String(MONTHS.indexOf(mon.toLowerCase()) + 1);
    return orderParts(y, month, d);
  }
  const [, year, month, day, hour = 0, minute = 0, second = 0, zone] = DIGITS.exec(text) ?? [];
  if (year === undefined) return undefined;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    zone,
  };
}

/** Which of the three is the year: the one in the first place unless another is longer than two digits. */
function orderParts(y?: string, m?: string, d?: string): DateParts | undefined {
  let [year, month, day] = [y, m, d];
  if (year !== undefined && month !== undefined && day === undefined) {
    [year, month, day] = [undefined, year, month];
  }
  if (year === undefined && isYear(day)) [year, day] = [day, undefined];
  if (isYear(month)) [year, month, day] = [month, day, year];
  if (isYear(day)) [year, day] = [day, year];
  if (year === undefined) return undefined;
  return {
    year: fullYear(/[-+]?\d+/.exec(year)?.[0] ?? ''),
    month: Number(/\d+/.exec(month ?? '1')?.[0]),
    day: Number(/\d+/.exec(day ?? '1')?.[0]),
    ...MIDNIGHT,
  };
}

function isYear(part: string | undefined): boolean {
  return part !== undefined && (part.startsWith("'") || part.length > 2);
}

/** Two digits mean 1969 to 2068. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 69 ? 2000 : 1900);
}

/** Whether Ruby would accept the parts. 24:00 is midnight at the end of the day. */
export function inRange({ year, month, day, hour, minute, second }: DateParts): boolean {
  return (
    year >= 0 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    minute <= 59 &&
    second <= 60 &&
    (hour <= 23 || (hour === 24 && minute === 0 && second === 0))
  );
}
