import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createAudit } from '../../../src/audit/audit.ts';
import { Answers } from '../../../src/audit/answers.ts';
import { clearAll } from '../../../src/audit/groups.ts';
import { readMemory, writeMemory, type Memory } from '../../../src/audit/memory.ts';
import { isNothing, noSecrets, Secrets, secretsSince } from '../../../src/audit/secrets.ts';
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
async function audit(
  root: string,
  output: string,
  memory?: Memory,
  kept: string[] = [],
  cache?: string,
) {
  const audit = await createAudit(root, site, NOW, cache === undefined ? {} : { cache });
  await audit.withheld(output, memory && { ...memory, kept: new Set(kept) });
  return audit.verdict(output);
}

const addressesOf = ({ missing }: Awaited<ReturnType<typeof audit>>) =>
  missing.map(({ key }) => key);

describe('what there is to be looked for since', () => {
  const none = noSecrets(new Set(['may']));

  it.each([
    { phrases: new Set([1]) },
    { words: new Set([1]) },
    { names: new Set([1]) },
    { titles: new Set(['a']) },
    { terms: new Set(['a']) },
    { values: new Set(['a']) },
  ])('is what there was not: %j', (more) => {
    const some = { ...none, ...more };
    expect(secretsSince(none, some)).toEqual(some);
    expect(isNothing(secretsSince(none, some))).toBe(false);
    expect(isNothing(secretsSince(some, some))).toBe(true);
    expect(isNothing(secretsSince(some, none))).toBe(true);
  });

  it('is a name that was an address and is none', () => {
    const address = { ...none, names: new Set([1, 2]), addresses: new Set([1, 2]) };
    const name = { ...address, addresses: new Set([2]) };
    expect([...secretsSince(address, name).names]).toEqual([1]);
    expect(isNothing(secretsSince(name, address))).toBe(true);
  });

  it('is everything where dates are written with other words', () => {
    const titles = { ...none, titles: new Set(['mai']) };
    expect(secretsSince({ ...titles, calendar: new Set(['mai']) }, titles)).toEqual(titles);
  });
});

describe('what an audit remembers', () => {
  it('changes nothing of what is found, whatever changes', async () => {
    const words = 'amber basalt cobalt dune 2026 may q3 184500 we all do buy'.split(' ');
    const some = (most: number) =>
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most });
    const source = fc
      .record({
        status: fc.constantFrom('draft: true', 'unlisted: true', 'layout: post', 'future: x'),
        title: some(3),
        tags: some(2),
        text: some(12),
        slug: some(2),
      })
      .map(
        ({ status, title, tags, text, slug }) =>
          `---\n${status}\ntitle: ${title.join(' ')}\ntags: [${tags.join(', ')}]\npermalink: /${slug.join('-')}/\n---\n${text.join(' ')}.\n`,
      );
    const sources = fc.array(source, { minLength: 2, maxLength: 5 });
    const markup = fc
      .tuple(some(12), some(3), some(2), some(2), some(2))
      .map(
        ([text, title, tag, slug, id]) =>
          `<h1 id="${id.join('-')}">${title.join(' ')}</h1><p>${text.join(' ')}</p>` +
          `<a class="p-category" href="/tags/${tag.join('-')}/">${tag.join(' ')}</a>` +
          `<a href="/${slug.join('-')}/#${id[0]}">x</a><title>${title.join(' ')} ...</title>`,
      );
    const NAMES = ['a.html', 'amber/index.html', 'archives/b.html', 'dune.html', 'c.json'];
    const output = fc
      .tuple(...NAMES.map(() => fc.option(markup)))
      .map((texts) =>
        Object.fromEntries(
          NAMES.flatMap((name, i): [string, string][] => (texts[i] ? [[name, texts[i]]] : [])),
        ),
      );
    const projectOf = (texts: readonly string[]) =>
      folderWith(
        Object.fromEntries(texts.map((text, i) => [post(`2026-01-0${i + 1}-x${i}.md`), text])),
      );
    const sorted = ({ leaks, problems, missing }: Awaited<ReturnType<typeof audit>>) =>
      [...leaks, ...problems, ...missing].map((one) => JSON.stringify(one)).toSorted();
    await fc.assert(
      fc.asyncProperty(sources, sources, output, output, async (one, other, before, changes) => {
        const root = projectOf(one);
        const cache = path.join(root, 'cache');
        const { memory } = await audit(root, folderWith(before), undefined, [], cache);
        const next = projectOf(other);
        const folder = folderWith({ ...before, ...changes });
        const kept = Object.keys(before).filter((name) => changes[name] === undefined);
        const warm = await audit(next, folder, memory, kept, cache);
        expect(sorted(warm)).toEqual(sorted(await audit(next, folder)));
        // What is remembered of that is as good.
        const again = await audit(root, folder, warm.memory, NAMES, cache);
        expect(sorted(again)).toEqual(sorted(await audit(root, folder)));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('spares texts of which it is known what they have: of others only those of the same part are read', async () => {
    const root = folderWith(SOURCES);
    const cache = path.join(root, 'cache');
    const read = vi.spyOn(Secrets.prototype, 'sharedWith');
    const reads = async () => {
      read.mockClear();
      await createAudit(root, site, NOW, { cache });
      return read.mock.calls.length;
    };
    expect(await reads()).toBeGreaterThan(0);
    expect(await reads()).toBe(0);
    writeFileSync(path.join(root, post('2026-01-03-more.md')), '---\ntitle: More\n---\nTea.\n');
    expect(await reads()).toBeGreaterThan(0);
    expect(await reads()).toBe(0);
    writeFileSync(path.join(root, DRAFT), '---\ndraft: true\n---\nQuicksilver and tea.\n');
    expect(await reads()).toBeGreaterThan(0);
    read.mockRestore();
  });

  it('knows what has become a secret, and what is none any more, because a text says something else', async () => {
    const [root, output] = [folderWith(SOURCES), folderWith({ 'c.html': 'Quicksilver' })];
    const cache = path.join(root, 'cache');
    const leaks = async (published: string, draft: string) => {
      writeFileSync(
        path.join(root, post('2026-01-01-tea.md')),
        `---\ntitle: Tea\n---\n${published}\n`,
      );
      writeFileSync(path.join(root, DRAFT), `---\ndraft: true\n---\n${draft}\n`);
      return (await audit(root, output, undefined, [], cache)).leaks.length;
    };
    expect(await leaks('Quicksilver.', 'Tea.')).toBe(0);
    expect(await leaks('Quicksilver.', 'Quicksilver.')).toBe(0);
    expect(await leaks('Tea.', 'Quicksilver.')).toBe(1);
    expect(await leaks('Tea.', 'Tea.')).toBe(0);
    expect(await leaks('Tea.', 'Quicksilver.')).toBe(1);
  });

  it('knows of each set of secrets what a text has of it', () => {
    const cache = path.join(folderWith({}), 'cache');
    const published = [{ file: 'a.md', line: 1, text: 'quicksilver', syntax: 'markup' as const }];
    const areCleared = (text: string) => {
      const secrets = new Secrets(noSecrets(new Set()));
      secrets.addText({ text, syntax: 'markup' });
      secrets.index();
      const answers = new Answers('code', cache);
      clearAll({ secrets, isOwn: () => false }, published, answers);
      answers.save();
      return secrets.isEmpty;
    };
    expect(areCleared('floorboards')).toBe(false);
    expect(areCleared('quicksilver')).toBe(true);
  });

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

  it('counts where less is secret: no file is read again for a draft that is public now', async () => {
    const [root, output] = [folderWith(SOURCES), folderWith({ ...OUTPUT, 'c.html': 'Tea' })];
    const { memory } = await audit(root, output);
    writeFileSync(path.join(root, DRAFT), '---\ntitle: A plan\ndraft: true\n---\nUnder it.\n');
    writeFileSync(path.join(output, 'c.html'), 'Under it.');
    expect((await audit(root, output, memory, ['c.html'])).leaks).toEqual([]);
  });

  it('does not count where the page of an unlisted post has been', async () => {
    const list = (slug: string) =>
      `---\ntitle: A list\nunlisted: true\npermalink: /${slug}/\n---\nQuicksilver.\n`;
    const file = post('2026-01-03-list.md');
    const root = folderWith({ ...SOURCES, [file]: list('one') });
    const output = folderWith({ ...OUTPUT, 'one/index.html': '<p>Quicksilver.</p>' });
    const { memory, leaks } = await audit(root, output);
    expect(leaks).toEqual([]);
    writeFileSync(path.join(root, file), list('two'));
    const later = await audit(root, output, memory, ['one/index.html']);
    expect(later.leaks).toMatchObject([{ file, output: 'one/index.html' }]);
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

  it('knows which files a draft shows, and that they have become others', async () => {
    const root = folderWith({ ...SOURCES, 'public/plan.png': 'a picture' });
    const cache = path.join(root, 'cache');
    const withheld = async (draft: string) => {
      writeFileSync(path.join(root, DRAFT), `---\ndraft: true\n---\n${draft}\n`);
      const output = folderWith({ 'a.html': 'Tea', 'plan.png': 'a picture', 'b/c.png': 'another' });
      const audit = await createAudit(root, site, NOW, { cache });
      return (await audit.withheld(output)).withheld.map(([file]) => file);
    };
    expect(await withheld('![](/plan.png)')).toEqual(['plan.png']);
    expect(await withheld('![](/plan.png)')).toEqual(['plan.png']);
    expect(await withheld('![](/c.png)')).toEqual([]);
    mkdirSync(path.join(root, 'public/b'));
    writeFileSync(path.join(root, 'public/b/c.png'), 'another');
    expect(await withheld('![](/c.png)')).toEqual(['b/c.png']);
    expect(await withheld('Nothing.')).toEqual([]);
  });
});

it('is of one site', async () => {
  const root = folderWith(SOURCES);
  const { memory } = await audit(root, folderWith(OUTPUT));
  writeMemory(root, 'this', memory);
  expect(readMemory(root, 'this')).toEqual(memory);
  expect(readMemory(root, 'another')).toBeUndefined();
  const file = path.join(root, '.galley/audit');
  writeFileSync(file, readFileSync(file).subarray(0, 200));
  expect(readMemory(root, 'this')).toBeUndefined();
});
