import { codesOf } from './characters.ts';

/**
 * What else a text may say to a browser or a program that decodes it: with escapes of scripts and
 * style sheets, entities without an end, addresses that are escaped twice, data in base 64 or in
 * hexadecimal digits, and letters that stand in elements of their own.
 */
export function otherReadings(text: string): string[] {
  const readings: string[] = [];
  const add = (pattern: RegExp, replacement: (...groups: string[]) => string) => {
    if (!pattern.test(text)) return;
    pattern.lastIndex = 0;
    readings.push(text.replace(pattern, replacement));
  };
  if (text.includes('&#')) add(OPEN_ENTITY, (entity) => `${entity};`);
  if (text.includes('%25')) add(/%(?:25)+(?=[\da-f]{2})/gi, () => '%');
  if (text.includes('\\')) {
    add(/\\u\{([\da-f]{1,6})\}/gi, (_, code = '') => characterOf(code, 16));
    add(/\\([0-7]{3})/g, (_, code = '') => characterOf(code, 8));
    add(/\\0{0,4}([2-7][\da-f])(?: |(?![\da-f]))/gi, (_, code = '') => characterOf(code, 16));
  }
  if (text.includes('<wbr') || (TWO_LETTERS.test(text) && text.search(LETTERS) >= 0)) {
    const whole = text.replace(/<wbr[^<>]*>/gi, '');
    readings.push(whole.replace(LETTERS, (all) => all.replace(/<[^<>]*>\s*/g, '')));
  }
  for (const data of longRuns(text)) {
    readings.push(...readable(Buffer.from(data, 'base64')));
    if (/^(?:[\da-f]{2})+$/i.test(data)) readings.push(...readable(Buffer.from(data, 'hex')));
  }
  return readings;
}

/** What may be data: so many letters and digits in a row as hardly any word has. */
function longRuns(text: string): string[] {
  const found: string[] = [];
  const codes = codesOf(text);
  const isData = (at: number) => IN_BASE_64[codes[at] ?? 0] === 1;
  let start = 0;
  while (start + LONG_RUN <= text.length) {
    // Read from its end, most of a text is passed over.
    let at = start + LONG_RUN - 1;
    while (at >= start && isData(at)) at--;
    if (at < start) {
      at += LONG_RUN + 1;
      while (at < text.length && isData(at)) at++;
      found.push(text.slice(start, at));
    }
    start = at + 1;
  }
  return found;
}

const LONG_RUN = 20;
/** The characters of base 64, as they may be written in addresses too. RFC 4648, 4 and 5. */
const IN_BASE_64 = Uint8Array.from({ length: 65536 }, (_, code) =>
  /[\w+/-]/.test(String.fromCharCode(code)) && code < 128 ? 1 : 0,
);

const OPEN_ENTITY = /&#(?:x[\da-f]+(?![\da-f;])|\d+(?![\d;]))/gi;
/** Letters in a row, each in an element: two, which are soon looked for, and four or more. */
const TWO_LETTERS = />[\p{L}\p{N}]<\/\w+>\s?<\w+[^<>]{0,60}>[\p{L}\p{N}]<\//u;
const LETTERS = /(?:<(\w+)[^<>]{0,60}>[\p{L}\p{N}]<\/\1>\s?){4,}/giu;
function characterOf(code: string, radix: number): string {
  const value = Number.parseInt(code, radix);
  return value > 0x10ffff ? '' : String.fromCodePoint(value);
}

/** The text that bytes are, if they are one. */
function readable(bytes: Buffer): string[] {
  const text = bytes.toString('utf8');
  // oxlint-disable-next-line no-control-regex -- they tell bytes from text
  return /[\0-\x08\x0E-\x1F\uFFFD]/.test(text) ? [] : [text];
}
