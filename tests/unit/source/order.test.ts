import { expect, it } from 'vitest';
import { latestChange } from '../../../src/source/order.ts';
import type { PostDate } from '../../../src/jekyll/rules/date.ts';

const at = (time: number) => ({ time }) as PostDate;

it('a feed is as new as the newest change of its posts, whichever that is', () => {
  expect(latestChange([])).toBeUndefined();
  expect(
    latestChange([
      { published: at(3), updated: undefined },
      { published: at(1), updated: at(2) },
    ])?.time,
  ).toBe(3);
  expect(
    latestChange([
      { published: at(3), updated: undefined },
      { published: at(1), updated: at(4) },
    ])?.time,
  ).toBe(4);
});
