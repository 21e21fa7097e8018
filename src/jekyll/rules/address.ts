import { createHash } from 'node:crypto';
import { decodePath } from '../../lib/url.ts';

/** File systems take 255 bytes for a name; the rest is for what is put behind it (`.html`, marks). */
const MOST_BYTES = 246;

/** A path of which nothing is to be changed, as of nearly all: short names of letters that are so in every encoding. */
const PLAIN = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]{1,100})*\/?$/;

/**
 * The path of a page as links, feeds and the server's files can share it. What is written is kept
 * letter for letter, but for what would lead nowhere: letters in another normal form than C (macOS
 * names files in form D), characters that a browser would not ask for (`#`, `?`, `\`, a stray `%`,
 * control characters, blanks at an end), parts that are no name (`.`, `..`, none), and names longer
 * than file systems take, which are cut and get a mark made from the whole.
 */
export function toAddress(path: string): string {
  if (PLAIN.test(path)) return path;
  return normalForm(path.toWellFormed())
    .split('/')
    .map((part) => fitting(askable(part)))
    .join('/')
    .replace(/\/{2,}/g, '/');
}

/** A name of a file or folder, decoded, or where it is too long its beginning and a digest of the whole. */
export function fittingName(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  const [, base = '', extension = ''] = /^(.*?)(\.html)?$/s.exec(name) ?? [];
  const mark = `-${createHash('sha256').update(name).digest('hex').slice(0, 8)}${extension}`;
  let room = MOST_BYTES - mark.length;
  let head = '';
  for (const character of base) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    head += character;
  }
  return head + mark;
}

function fitting(part: string): string {
  const name = decodePath(part);
  const fit = fittingName(name);
  return fit === name ? part : encodeURIComponent(fit);
}

/** Unicode's normal form C, of what is escaped as well. */
function normalForm(path: string): string {
  const decoded = decodePath(path);
  if (decoded.normalize('NFC') === decoded) return path;
  const letters = path.replace(/(?:%[89a-f][0-9a-f])+/gi, decodePath).normalize('NFC');
  return /%[89a-f]/i.test(path) ? letters.replace(/[^\0-\x7f]+/g, encodeURIComponent) : letters;
}

/** A part of a path without the characters that a browser would not ask a server for. */
function askable(part: string): string {
  if (/^\.{1,2}$/.test(decodePath(part))) return '';
  return part
    .replace(/\0|%00/g, '')
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
      decodePath(bytes) === bytes ? bytes.replaceAll('%', '%25') : bytes,
    )
    .replace(/[#?\\\p{Cc}]|^ +| +$/gu, (text) => encodeURIComponent(text));
}
