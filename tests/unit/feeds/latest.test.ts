import { expect, it } from 'vitest';
import { latest } from '../../../src/feeds/feed.ts';
import type { PostDate } from '../../../src/jekyll/rules/date.ts';

const at = (time: number) => ({ time }) as PostDate;

it('a feed is as new as the newest change of its posts, whichever that is', () => {
  expect(latest([])).toBeUndefined();
  expect(
    latest([
      { published: at(3), updated: undefined },
      { published: at(1), updated: at(2) },
    ])?.time,
  ).toBe(3);
  expect(
    latest([
      { published: at(3), updated: undefined },
      { published: at(1), updated: at(4) },
    ])?.time,
  ).toBe(4);
});
