import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAudit } from '../../../src/audit/audit.ts';
import { readMemory, writeMemory, type Memory } from '../../../src/audit/memory.ts';
import { folderWith, post, site, type Files } from './audit-fixture.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const DRAFT = post('2026-01-02-plan.md');
const SOURCES: Files = {
  [post('2026-01-01-tea.md')]: '---\ntitle: Tea\n---\nBoil it.\n',
  [DRAFT]: '---\ntitle: A plan\ndraft: true\n---\nQuicksilver under the floorboards.\n',
};
const PAGE = '<h1 id="top">Tea</h1> <a href="/posts/none/">none</a> <a href="/b.html#x">x</a>';
const OUTPUT: Files = { 'a.html': PAGE, 'b.html': '<p id="x">Boil it.</p>' };

/** Audits an output: what is found in it, and what is remembered. */
async function audit(root: string, output: string, memory?: Memory, kept: string[] = []) {
  const audit = await createAudit(root, site, NOW);
  await audit.withheld(output, memory && { ...memory, kept: new Set(kept) });
  return audit.verdict(output);
}

const addressesOf = ({ missing }: Awaited<ReturnType<typeof audit>>) =>
  missing.map(({ key }) => key);

describe('what an audit remembers', () => {
  it('spares files that are as they were: they are not even read', async () => {
    const [root, output] = [folderWith(SOURCES), folderWith(OUTPUT)];
    const { memory, ...first } = await audit(root, output);
    expect(addressesOf(first as never)).toEqual(['/posts/none/#']);
    // Nobody tells of it: it shows that the file is not read.
    writeFileSync(path.join(output, 'b.html'), '<p id="x">Quicksilver</p>');
    const again = await audit(root, output, memory, ['a.html', 'b.html']);
    expect(again.leaks).toEqual([]);
    expect(again.missing).toEqual(first.missing);
    expect((await audit(root, output, memory, ['a.html'])).leaks).not.toEqual([]);
  });

  it('spares links where a part of the search index is gone, which no page names', async () => {
    const index = { 'pagefind/index/en_1.pf_index': 'old' };
    const { memory } = await audit(folderWith(SOURCES), folderWith({ ...OUTPUT, ...index }));
    const unread = folderWith({ ...OUTPUT, 'a.html': '<a href="/unread/">x</a>' });
    const { missing } = await audit(folderWith(SOURCES), unread, memory, ['a.html', 'b.html']);
    expect(missing.map(({ key }) => key)).toEqual(['/posts/none/#']);
  });

  it('does not count where there is another secret', async () => {
    const [root, output] = [folderWith(SOURCES), folderWith({ ...OUTPUT, 'c.html': 'Zanzibar' })];
    const { memory } = await audit(root, output);
    writeFileSync(path.join(root, DRAFT), '---\ntitle: A plan\ndraft: true\n---\nZanzibar.\n');
    const { leaks } = await audit(root, output, memory, ['a.html', 'b.html', 'c.html']);
    expect(leaks.map(({ output }) => output)).toEqual(['c.html']);
  });

  it('does not count for files in which something was found', async () => {
    const [root, output] = [folderWith(SOURCES), folderWith({ 'a.html': 'Quicksilver' })];
    const { memory } = await audit(root, output);
    expect((await audit(root, output, memory, ['a.html'])).leaks).not.toEqual([]);
  });

  it.each<[string, Files, string[]]>([
    ['a page that it leads to is gone', { 'b.html': '' }, ['/posts/none/#', '/b.html#x']],
    [
      'a place that it leads to is gone',
      { 'b.html': '<p id="y">' },
      ['/posts/none/#', '/b.html#x'],
    ],
    ['a page is there now', { 'posts/none/index.html': '' }, []],
  ])('does not hide what has become of links: %s', async (_what, change, expected) => {
    const root = folderWith(SOURCES);
    const { memory } = await audit(root, folderWith(OUTPUT));
    const files: Files = { ...OUTPUT, ...change };
    if (files['b.html'] === '') delete files['b.html'];
    const later = await audit(root, folderWith(files), memory, ['a.html']);
    expect(addressesOf(later)).toEqual(expected);
    expect(addressesOf(later)).toEqual(addressesOf(await audit(root, folderWith(files))));
  });

  it('does not forget that a page shows a picture which a draft shows too', async () => {
    const root = folderWith({
      ...SOURCES,
      [DRAFT]: '---\ndraft: true\n---\n![](/plan.png)\n',
      'public/plan.png': 'a picture',
    });
    const output = folderWith({ 'a.html': '<img src="/plan.png">', 'plan.png': 'a picture' });
    const { memory } = await audit(root, output);
    const next = await createAudit(root, site, NOW);
    const { withheld } = await next.withheld(output, { ...memory, kept: new Set(['a.html']) });
    expect(withheld).toEqual([]);
  });
});

it('is of one site', async () => {
  const root = folderWith(SOURCES);
  const { memory } = await audit(root, folderWith(OUTPUT));
  writeMemory(root, 'this', memory);
  expect(readMemory(root, 'this')).toEqual(JSON.parse(JSON.stringify(memory)));
  expect(readMemory(root, 'another')).toBeUndefined();
  writeFileSync(path.join(root, '.galley/audit.json'), '{"of":"this","cle');
  expect(readMemory(root, 'this')).toBeUndefined();
});
