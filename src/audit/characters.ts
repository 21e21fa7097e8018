import { decodePath } from '../lib/url.ts';

/** What a character is; letters and digits of ASCII are their own small letter or digit instead. */
const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** A character of a script without spaces is a token of its own. */
export const IDEOGRAPH = 3;
/** Accents, soft hyphens, joiners: they neither belong to a token nor end it. */
export const NOTHING = 4;
export const UNKNOWN = 5;

/** The kinds of the characters that have been met, by their codes. */
export const kinds = new Uint8Array(65536).fill(UNKNOWN);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  const isToken = /[a-z\d]/i.test(character);
  kinds[code] = isToken ? character.toLowerCase().charCodeAt(0) : SEPARATOR;
}

/** The kind of any character. */
export function kindOf(code: number): number {
  const kind = kinds[code] ?? SEPARATOR;
  return kind === UNKNOWN ? (kinds[code] = classify(String.fromCharCode(code))) : kind;
}

/** Scripts that are written without spaces between words. */
export const WITHOUT_SPACES =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const IDEOGRAPHIC = new RegExp(WITHOUT_SPACES, 'u');

/** What words are compared without: marks, but for scripts that write vowels with them. */
export const IGNORED =
  /(?![\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Tibt}])[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
/** Scripts whose words are short, because they leave vowels out. */
const CONSONANTAL = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}]/u;

/** Whether a word is written in a script that leaves vowels out. */
export function isConsonantal(code: number): boolean {
  return code >= 0x590 && code < 0x900 && CONSONANTAL.test(String.fromCharCode(code));
}

function classify(character: string): number {
  if (character.replace(IGNORED, '') === '') return NOTHING;
  if (IDEOGRAPHIC.test(character)) return IDEOGRAPH;
  if (/\p{M}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /\p{L}/u.test(character) ? LETTER : SEPARATOR;
}

/**
 * Text as it is compared: without percent-encoding; where it is not plain ASCII, in small letters
 * without accents. Offsets of a scan refer to it; its lines are those of the text.
 */
export function fold(text: string): string {
  const decoded = text.includes('%') ? decodePath(text) : text;
  // oxlint-disable-next-line no-control-regex -- it asks for what is not ASCII
  return /[^\0-\x7f]/.test(decoded) ? decoded.normalize('NFKD').toLowerCase() : decoded;
}

/** The same for a single character. */
export function foldCode(code: number): number {
  return code < 128 ? code : fold(String.fromCodePoint(code)).charCodeAt(0);
}

let buffer = Buffer.alloc(1 << 16);

/** The characters as numbers, in memory that the next call uses again. */
export function codesOf(text: string): Uint16Array {
  if (text.length * 2 > buffer.length) buffer = Buffer.alloc(text.length * 3);
  buffer.write(text, 'utf16le');
  return new Uint16Array(buffer.buffer, buffer.byteOffset, text.length);
}

/** Where the ASCII word at an offset ends. */
export function wordEnd(codes: Uint16Array, from: number): number {
  let i = from;
  while ((kinds[codes[i] ?? 0] ?? 0) >= 48) i++;
  return i;
}

/** Hash of the ASCII word at an offset, as a run has it. */
export function hashAt(codes: Uint16Array, from: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; ; i++) {
    const kind = kinds[codes[i] ?? 0] ?? 0;
    if (kind < 48) return mix(hash);
    hash = Math.imul(hash ^ kind, 0x01000193);
  }
}

/** The same for a word by itself. */
export function hashOf(word: string): number {
  return hashAt(codesOf(word), 0);
}

/** Spreads what a hash knows over all its bits. */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
