/** All texts in a CBOR document, in their order. https://www.rfc-editor.org/rfc/rfc8949#section-3 */
export function cborStrings(bytes: Buffer): string[] {
  const strings: string[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const head = bytes[offset++] ?? 0;
    const [type, info] = [head >> 5, head & 31];
    const size = info < 24 || info > 27 ? 0 : 2 ** (info - 24);
    const argument = info < 24 ? info : size > 0 ? readNumber(bytes, offset, size) : 0;
    offset += size;
    if (type !== BYTES && type !== TEXT) continue;
    if (type === TEXT) strings.push(bytes.toString('utf8', offset, offset + argument));
    offset += argument;
  }
  return strings;
}

const BYTES = 2;
const TEXT = 3;

function readNumber(bytes: Buffer, offset: number, size: number): number {
  if (offset + size > bytes.length) return bytes.length;
  return size === 8 ? Number(bytes.readBigUInt64BE(offset)) : bytes.readUIntBE(offset, size);
}
