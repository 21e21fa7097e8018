import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { nameForEditors } from '../../../src/store/editors.ts';

const root = mkdtempSync(path.join(tmpdir(), 'editors-'));
const address = pathToFileURL(`${root}/`);
const list = path.join(root, '.astro/collections/collections.json');

it('editors are told which files are posts, where Astro tells them anything', () => {
  nameForEditors(address, 'posts', ['src/content/posts/Tea.md']);
  expect(existsSync(list)).toBe(false);

  mkdirSync(path.dirname(list), { recursive: true });
  writeFileSync(list, '{"collections":[{"name":"posts"}]}');
  nameForEditors(address, 'posts', ['src/content/posts/Tea.md']);
  nameForEditors(address, 'pages', ['src/content/pages/about us.md']);
  expect(JSON.parse(readFileSync(list, 'utf8'))).toEqual({
    collections: [{ name: 'posts' }],
    entries: {
      [`${address.href.toLowerCase()}src/content/posts/tea.md`]: 'posts',
      [`${address.href.toLowerCase()}src/content/pages/about%20us.md`]: 'pages',
    },
  });
});
