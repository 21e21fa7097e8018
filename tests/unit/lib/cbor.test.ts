import { expect, it } from 'vitest';
import { CborReader, cborStrings, CborWriter, type Cbor } from '../../../src/lib/cbor.ts';

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

const ITEMS: [Cbor, string][] = [
  [0, '00'],
  [23, '17'],
  [24, '1818'],
  [500, '1901f4'],
  [1_000_000, '1a000f4240'],
  [-1, '20'],
  [-500, '3901f3'],
  ['ä€😀', '69c3a4e282acf09f9880'],
  [[], '80'],
  [['a', [1, [-2]]], '82616182018121'],
  [Array.from({ length: 24 }, () => 0), `9818${'00'.repeat(24)}`],
];

it.each(ITEMS)('writes and reads %j', (item, hex) => {
  const writer = new CborWriter();
  writer.item(item);
  const bytes = writer.take();
  expect(bytes.toString('hex')).toBe(hex);
  expect(new CborReader(bytes).item()).toEqual(item);
});

it('writes what is longer than it was prepared for, one document after the other', () => {
  const writer = new CborWriter();
  const long = ['x'.repeat(5000), 'y'.repeat(70_000)];
  writer.item(long);
  expect(new CborReader(writer.take()).item()).toEqual(long);
  writer.item('z');
  expect(writer.take().toString('hex')).toBe('617a');
});

it('does not read what it does not know', () => {
  expect(() => new CborReader(Buffer.from('a0', 'hex')).item()).toThrow('CBOR of kind 5');
});
