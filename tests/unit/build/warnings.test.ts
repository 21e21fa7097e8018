import { expect, it } from 'vitest';
import { summary } from '../../../src/build/warnings.ts';

const WARNINGS = Array.from({ length: 9 }, (_, i) => ({
  file: `post-${i}.md`,
  field: 'image',
  message: 'expected a path',
}));

it('says nothing where there is nothing to say', () => {
  expect(summary([], { failed: false, details: true })).toBe('');
});

it('says how many there are and shows each kind once', () => {
  const text = summary(WARNINGS, { failed: false, details: false });
  expect(text).toMatch(
    /9 warnings \(`--details` names each place\):\n\npost-0\.md\n {2}image: expected/,
  );
  expect(text).not.toContain('post-8.md');
});

it('names every place where the build was asked to', () => {
  const text = summary(WARNINGS, { failed: false, details: true });
  for (const { file } of WARNINGS) expect(text).toContain(file);
});

it('leaves the last word to the errors of a build that fails', () => {
  const text = summary(WARNINGS.slice(0, 1), { failed: true, details: false });
  expect(text).toMatch(/1 warning besides/);
  expect(text).not.toContain('post-0.md');
});
