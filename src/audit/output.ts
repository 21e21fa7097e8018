import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cborStrings } from './cbor.ts';
import type { Syntax } from './scan.ts';
import { syntaxOf } from './sources.ts';

/** What a file says, and how that is written. */
export interface Content {
  text: string;
  syntax: Syntax;
}

/** Files that are text, and those that are not; what else there is may be compressed text. */
const PLAIN = /\.(?:html?|xml|json|txt|css|m?js|svg|map|webmanifest|xsl|md)$/i;
const BINARY =
  /\.(?:avif|gif|jpe?g|jxl|png|webp|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[agv]|opus|flac|wav|zip|pdf|wasm)$/i;
const GZIP = Buffer.from([0x1f, 0x8b]);
/** With this begins what Pagefind compresses. */
const PAGEFIND = 'pagefind_dcd';

/** What a file of the output says; nothing for pictures, sounds and fonts. */
export function contentOf(folder: string, file: string): Content | undefined {
  const place = path.join(folder, file);
  if (PLAIN.test(file)) return { text: readFileSync(place, 'utf8'), syntax: syntaxOf(file) };
  if (BINARY.test(file)) return undefined;
  const bytes = readFileSync(place);
  return bytes.subarray(0, 2).equals(GZIP)
    ? unpacked(gunzipSync(bytes))
    : { text: bytes.toString('utf8'), syntax: syntaxOf(file) };
}

/** Pagefind keeps fragments as JSON, index and filters as CBOR, and its program. */
function unpacked(bytes: Buffer): Content | undefined {
  const isPagefind = bytes.subarray(0, PAGEFIND.length).toString('latin1') === PAGEFIND;
  const content = isPagefind ? bytes.subarray(PAGEFIND.length) : bytes;
  const first = content[0];
  if (first === 0) return undefined;
  if (!isPagefind || first === 0x7b) return { text: content.toString('utf8'), syntax: 'json' };
  return { text: JSON.stringify(cborStrings(content)), syntax: 'json' };
}
