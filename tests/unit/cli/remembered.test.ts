import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { remembered, type Findings } from '../../../src/cli/remembered.ts';
import { folderWith, post } from '../audit/audit-fixture.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const HOUR = 3_600_000;
const FOUND: Findings = {
  count: 1,
  problems: [],
  warnings: [{ file: 'a.md', field: 'x', value: 1, message: 'odd' }],
  until: NOW + HOUR,
};

function project() {
  const root = folderWith({ [post('2026-01-01-a.md')]: 'A', 'public/b.txt': 'B' });
  let asked = 0;
  const ask = async (now = NOW, found = FOUND) => {
    const findings = await remembered(root, now, async () => {
      asked++;
      return found;
    });
    return { asked, findings };
  };
  return { root, ask };
}

it('asks once as long as nothing changes', async () => {
  const { ask } = project();
  await ask();
  expect(await ask(NOW + HOUR - 1)).toMatchObject({ asked: 1, findings: FOUND });
});

it.each<[string, (root: string) => void]>([
  ['a text', (root) => writeFileSync(path.join(root, post('2026-01-01-a.md')), 'AA')],
  ['a file that is new', (root) => writeFileSync(path.join(root, 'public/c.txt'), '')],
  ['a file that is gone', (root) => rmSync(path.join(root, 'public/b.txt'))],
  ['what it remembers', (root) => writeFileSync(path.join(root, '.galley/check.json'), '{')],
])('asks again after a change of %s', async (_, change) => {
  const { root, ask } = project();
  await ask();
  change(root);
  expect((await ask()).asked).toBe(2);
});

it('asks again when a post has appeared, and at an earlier time', async () => {
  const { ask } = project();
  await ask();
  expect((await ask(NOW + HOUR)).asked).toBe(2);
  expect((await ask(NOW)).asked).toBe(3);
});
