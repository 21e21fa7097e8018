import { expect, it } from 'vitest';
import { heldBack } from '../../../src/store/held-back.ts';

const withheld = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    path: `${i}.md`,
    verdict: { status: i % 2 ? 'scheduled' : 'draft', reason: 'it says so' } as const,
  }));

it('a few posts are named with their reasons, many are counted', () => {
  expect(heldBack([])).toBe('');
  expect(heldBack(withheld(2))).toBe(', 2 held back:\n  0.md: it says so\n  1.md: it says so');
  expect(heldBack(withheld(11))).toBe(
    ', 11 held back: 6 draft, 5 scheduled (`--details` names them)',
  );
  expect(heldBack(withheld(11), true)).toContain('\n  10.md: it says so');
});
