import { expect, it } from 'vitest';
import { cborStrings } from '../../../src/lib/cbor.ts';

it('reads the texts of a CBOR document', () => {
  // ["a", {1: "bc"}, h'0161', -500, 1.5, "d" × 30]
  const bytes = Buffer.from(
    `85 6161 a1 01 626263 420161 3901f3 f93e00 781e ${'64'.repeat(30)}`.replaceAll(' ', ''),
    'hex',
  );
  expect(cborStrings(bytes)).toEqual(['a', 'bc', 'd'.repeat(30)]);
});

it('reads to the end of a CBOR document that is cut off', () => {
  expect(cborStrings(Buffer.from([0x7a, 0xff, 0xff]))).toEqual(['']);
});
