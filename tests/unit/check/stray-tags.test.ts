import { expect, it } from 'vitest';
import { strayTags } from '../../../src/check/stray-tags.ts';

it.each([
  ['a stray end', 'One.\n\n</div>\n\nTwo.', ['</div>'], [7]],
  ['behind one that is none', '<div>\n</div>\n`</div>`\n</div>', ['</div>'], [8]],
  ['what is open', 'One\n\n* two <i>three\n* four', ['<i>'], [7]],
  ['not in code', '```\n</p>\n```\n\n<!-- </p> -->\n</p>', ['</p>'], [10]],
  ['written by Liquid', 'One.', ['</p>'], [undefined]],
])('names the line of a tag without its counterpart: %s', (_, body, tags, lines) => {
  const problems = strayTags('a.md', { body, bodyLine: 5 }, tags);
  expect(problems.map(({ line }) => line)).toEqual(lines);
});
