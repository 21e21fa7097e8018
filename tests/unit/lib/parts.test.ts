import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inParts } from '../../../src/lib/parts.ts';

const names = (count: number) => Array.from({ length: count }, (_, i) => `/posts/${i}/`);
const partsOf = (all: string[]) => inParts(all, (name) => name).map((part) => part.join());

it('all things are in some part, in their order, those of one name together', () => {
  const name = fc.integer({ max: 999, min: 0 }).map((i) => `${i}`);
  const things = fc.uniqueArray(name).map((all) => all.flatMap((name) => [name, name]));
  fc.assert(
    fc.property(things, (all) => {
      const parts = inParts(all, (name) => name);
      expect(parts.flat()).toEqual(all);
      const homes = parts.flatMap((part) => [...new Set(part)]);
      expect(homes).toEqual([...new Set(homes)]);
    }),
  );
});

it('what is new or gone touches no part but its own', () => {
  const all = names(2000);
  const before = new Set(partsOf(all));
  expect(before.size).toBeGreaterThan(5);
  expect(before.size).toBeLessThan(40);
  for (const place of [0, 777, 1999]) {
    const after = partsOf(all.toSpliced(place, 1));
    expect(after.filter((part) => !before.has(part)).length).toBeLessThan(2);
  }
});
