import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { cborStrings } from '../lib/cbor.ts';
import { PAGEFIND_SIGN } from '../search/index-files.ts';
import { jpegTexts, pdfTexts, pngTexts, zipMembers } from './containers.ts';
import { otherReadings } from './encodings.ts';
import type { Syntax } from './scan.ts';
import { syntaxOf } from './sources.ts';

/** What a file says, and how that is written. */
export interface Content {
  text: string;
  syntax: Syntax;
}

/** Files that are text; what others are is judged by what they hold. */
const PLAIN = /\.(?:html?|xml|json|txt|css|m?js|svg|map|webmanifest|xsl|md)$/i;
/** Packages in packages are looked into so far. */
const DEEPEST = 3;

/** What a file of the output says; nothing for sounds, films and fonts, of pictures what is written beside them. */
export function contentsOf(bytes: Buffer, file: string): Content[] {
  return textsOf(bytes, file, 0);
}

/** It, and what else it may say to a program that decodes it. */
export function readingsOf(content: Content): Content[] {
  return [content, ...otherReadings(content.text).map((text) => ({ ...content, text }))];
}

/** Cuts a text where files have what others have too: at posts of feeds, and around scripts of pages. */
export function piecesOf({ text, syntax }: Content): Content[] {
  const pieces: Content[] = [];
  let start = 0;
  const cut = (end: number) => {
    if (end > start) pieces.push({ text: text.slice(start, end), syntax });
    start = end;
  };
  for (const { 0: sign, 1: isBefore, index } of text.matchAll(
    syntax === 'json' ? JSON_SIGNS : SIGNS,
  )) {
    cut(isBefore === undefined ? index + sign.length : index);
  }
  cut(text.length);
  return pieces;
}

/** Between what pieces are cut: before those in the group, after the others. */
const SIGNS =
  /(<item>|<entry>|<\/content|<script type="module">)|<content type="html">|<content:encoded>|<\/script>/g;
/** In JSON feeds. A script with such an object is still a script behind it. */
const JSON_SIGNS = /(\{"id":)/g;

function textsOf(bytes: Buffer, file: string, depth: number): Content[] {
  const syntax = syntaxOf(file);
  const texts = (all: string[]) => all.map((text): Content => ({ text, syntax: 'markup' }));
  const inside = (unpack: () => Buffer): Content[] => {
    try {
      return depth < DEEPEST ? unpacked(unpack(), file, depth) : [];
    } catch {
      return [{ text: bytes.toString('utf8'), syntax }];
    }
  };
  const wide = wideText(bytes);
  if (wide !== undefined) return [{ text: wide, syntax }];
  const magic = bytes.toString('latin1', 0, 12);
  if (magic.startsWith('\x1f\x8b')) return inside(() => gunzipSync(bytes));
  if (file.endsWith('.br')) return inside(() => brotliDecompressSync(bytes));
  if (PLAIN.test(file)) return [{ text: bytes.toString('utf8'), syntax }];
  if (magic.startsWith('PK\x03\x04')) {
    return zipMembers(bytes).flatMap(({ name, bytes, isPacked }) => [
      { text: name, syntax: 'markup' as const },
      ...inside(() => (isPacked ? inflateRawSync(bytes) : bytes)),
    ]);
  }
  if (bytes[0] === 0x78 && ZLIB.has(bytes[1])) return inside(() => inflateSync(bytes));
  if (magic.startsWith('\x89PNG')) return texts(pngTexts(bytes));
  if (magic.startsWith('\xff\xd8\xff')) return texts(jpegTexts(bytes));
  if (magic.startsWith('%PDF')) return texts(pdfTexts(bytes));
  if (MEDIA.test(magic)) return texts(packetsIn(bytes));
  return [{ text: bytes.toString('utf8'), syntax }];
}

/** What follows the first byte of deflated data, by the effort that it took. RFC 1950, 2.2. */
const ZLIB = new Set<number | undefined>([0x01, 0x5e, 0x9c, 0xda]);
/** How pictures, sounds, films, fonts and programs begin. */
const MEDIA =
  // oxlint-disable-next-line no-control-regex -- they are bytes
  /^(?:GIF8|RIFF|BM|II\*|MM\0|\0\0\x01\0|wOF[F2]|OTTO|\0\x01\0\0|ID3|OggS|fLaC|\0asm|\x1aE\xdf\xa3|.{4}(?:ftyp|JXL )|\xff[\x0a\xf2-\xff])/s;

/** What programs for pictures write about them (XMP), wherever it stands. */
function packetsIn(bytes: Buffer): string[] {
  const start = bytes.indexOf('<x:xmpmeta');
  return start < 0 ? [] : [bytes.toString('utf8', start, bytes.indexOf('</x:xmpmeta', start))];
}

/** A text in UTF-16, with or without a mark of its order. */
function wideText(bytes: Buffer): string | undefined {
  const order = bytes.toString('latin1', 0, 2);
  if (order === '\xff\xfe') return bytes.toString('utf16le');
  if (order === '\xfe\xff')
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes.length < 8 || (bytes[0] !== 0 && bytes[1] !== 0)) return undefined;
  const head = bytes.toString('latin1', 0, 64);
  if (/^(?:[^\0]\0){4,}$/.test(head.slice(0, head.length & ~1))) return bytes.toString('utf16le');
  if (!/^(?:\0[^\0]){4,}$/.test(head.slice(0, head.length & ~1))) return undefined;
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

/** Pagefind keeps fragments as JSON, index and filters as CBOR, and its program. */
function unpacked(bytes: Buffer, file: string, depth: number): Content[] {
  const isPagefind = bytes.toString('latin1', 0, PAGEFIND_SIGN.length) === PAGEFIND_SIGN;
  if (!isPagefind) return textsOf(bytes, file.replace(/\.(?:gz|br|zz?)$/i, ''), depth + 1);
  const content = bytes.subarray(PAGEFIND_SIGN.length);
  if (content[0] === 0) return [];
  const text =
    content[0] === 0x7b ? content.toString('utf8') : JSON.stringify(cborStrings(content));
  return [{ text, syntax: 'json' }];
}
