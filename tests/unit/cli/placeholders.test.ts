import { expect, it } from 'vitest';
import { placeholders } from '../../../src/cli/placeholders.ts';

it('names the fields that still hold a placeholder', () => {
  const manifest = {
    homepage: 'https://galley.example',
    repository: { type: 'git', url: 'git+https://galley.example/galley.git' },
    bugs: { url: 'https://galley.example/issues' },
  };
  expect(placeholders(manifest)).toEqual(['homepage', 'repository', 'bugs']);
});

it('names none that the owner has filled in or left out', () => {
  expect(
    placeholders({ repository: 'github:ana/letters', bugs: 'https://example.org/bugs' }),
  ).toEqual([]);
});
