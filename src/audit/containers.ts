import { inflateSync } from 'node:zlib';

/** A file in an archive. */
export interface Member {
  name: string;
  bytes: Buffer;
  /** Whether it is compressed (deflate). */
  isPacked: boolean;
}

/** The files in a ZIP archive, as office programs make them too. APPNOTE.TXT, 4.3. */
export function zipMembers(bytes: Buffer): Member[] {
  const members: Member[] = [];
  let entry = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  while (entry >= 0 && entry + 46 <= bytes.length && bytes.readUInt32LE(entry) === 0x02014b50) {
    const [size, start] = [bytes.readUInt32LE(entry + 20), bytes.readUInt32LE(entry + 42)];
    const nameEnd = entry + 46 + bytes.readUInt16LE(entry + 28);
    const name = bytes.toString('utf8', entry + 46, nameEnd);
    if (start + 30 <= bytes.length) {
      const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
      const isPacked = bytes.readUInt16LE(entry + 10) === 8;
      members.push({ name, bytes: bytes.subarray(data, data + size), isPacked });
    }
    entry = nameEnd + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  return members;
}

/** What is written in a PNG beside the picture. https://www.w3.org/TR/png-3/#11textinfo */
export function pngTexts(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let chunk = 8; chunk + 12 <= bytes.length;) {
    const size = bytes.readUInt32BE(chunk);
    const type = bytes.toString('latin1', chunk + 4, chunk + 8);
    const data = bytes.subarray(chunk + 8, chunk + 8 + size);
    if (/^(?:tEXt|iTXt|zTXt|eXIf)$/.test(type)) {
      texts.push(data.toString('utf8').replaceAll('\0', '\n'));
      // The compressed text follows two or more zero bytes or flags.
      for (let i = data.indexOf(0x78); i > 0; i = data.indexOf(0x78, i + 1)) {
        const text = inflated(data.subarray(i));
        if (text !== undefined) texts.push(text.toString('utf8'));
      }
    }
    chunk += 12 + size;
  }
  return texts;
}

/** What is written in a JPEG beside the picture: comments, EXIF, XMP, IPTC. ITU T.81, B.1.1.4. */
export function jpegTexts(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let segment = 2; segment + 4 <= bytes.length && bytes[segment] === 0xff;) {
    const marker = bytes[segment + 1] ?? 0;
    if (marker === 0xda) break;
    const size = bytes.readUInt16BE(segment + 2);
    const data = bytes.subarray(segment + 4, segment + 2 + size);
    if (marker === 0xfe || marker === 0xe1 || marker === 0xed) {
      texts.push(data.toString('utf8').replaceAll('\0', '\n'), data.toString('utf16le'));
    }
    segment += 2 + size;
  }
  return texts;
}

/** What a PDF says where its fonts keep the numbers of letters. ISO 32000, 7.3.4 and 9.4.3. */
export function pdfTexts(bytes: Buffer): string[] {
  const texts = [shownIn(bytes.toString('latin1'))];
  const STREAM = 'stream';
  for (let i = bytes.indexOf(STREAM); i >= 0; i = bytes.indexOf(STREAM, i + 1)) {
    if (bytes.toString('latin1', i - 3, i) === 'end') continue;
    const start = i + STREAM.length + (bytes[i + STREAM.length] === 13 ? 2 : 1);
    const text = inflated(bytes.subarray(start, bytes.indexOf('endstream', start)));
    if (text) texts.push(shownIn(text.toString('latin1')));
  }
  return texts;
}

/** The strings that a page shows; those of one array are parts of words. */
function shownIn(page: string): string {
  return (
    page
      .replace(
        /\[((?:\((?:\\.|[^\\)])*\)|<[\da-f\s]*>|[^\]()<>])*)\]\s*TJ/gi,
        (_, parts: string) => `(${[...parts.matchAll(STRING)].map(stringOf).join('')})`,
      )
      .match(STRING)
      ?.map((text) => stringOf([text]))
      .join('\n') ?? ''
  );
}

const STRING = /\((?:\\.|[^\\)])*\)|<(?:[\da-f]{2}\s*)+>/gi;

function stringOf([text = '']: readonly string[]): string {
  if (text.startsWith('(')) return text.slice(1, -1).replace(/\\(.)/g, '$1');
  const bytes = Buffer.from(text.replace(/[^\da-f]/gi, ''), 'hex');
  return bytes[0] === 0xfe
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

function inflated(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes);
  } catch {
    return undefined;
  }
}
