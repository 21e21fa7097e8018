import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  CONFIG_FILE,
  CONTENT_FOLDER,
  CUSTOM_FOLDER,
  LIQUID_FOLDER,
  PUBLIC_FOLDER,
} from '../../../src/site/paths.ts';

it('the line that updates obey is that of the code, and the manual tells it', () => {
  const { owner } = JSON.parse(readFileSync('galley.json', 'utf8'));
  const folders = [PUBLIC_FOLDER, CONTENT_FOLDER, CUSTOM_FOLDER, LIQUID_FOLDER];
  expect(owner).toEqual([...folders.map((folder) => `${folder}/`), CONFIG_FILE]);
  const manual = readFileSync('src/content/posts/2026-03-04-keeping-it-new.md', 'utf8');
  for (const place of owner) expect(manual).toContain(`\`${place}\``);
});
