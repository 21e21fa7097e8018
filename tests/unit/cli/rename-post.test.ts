import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../src/cli/check-content.ts';
import { carryOut, planRenaming } from '../../../src/cli/rename-post.ts';
import { filesBelow } from '../../../src/lib/files.ts';
import { folderWith, post, site, type Files } from '../audit/audit-fixture.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const OLD = post('2026-01-01-old.md');
const NEW = post('2026-01-01-new.md');

const plan = (root: string, wanted = 'old', name = 'new') =>
  planRenaming(root, site, NOW, wanted, name);

async function rename(files: Files, wanted?: string, name?: string): Promise<Files> {
  const root = folderWith(files);
  await carryOut(root, plan(root, wanted, name));
  return filesIn(root);
}

const filesIn = (root: string): Files =>
  Object.fromEntries(
    filesBelow(root).map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );

const SITE: Files = {
  [OLD]: '---\ntitle: A # x\n---\n![p](2026-01-01-old/p.png) [self](/posts/old/#a)\n\n## A\n',
  [post('2026-01-01-old/p.png')]: 'picture',
  [post('2026-01-01-old.csv')]: '1,2',
  [post('2026-02-01-b.md')]: '---\n---\n[a](/posts/old/) {% post_url 2026-01-01-old %}\n',
  [post('_drafts/c.md')]: '[a](../2026-01-01-old.md) {% link _posts/2026-01-01-old.md %}\n',
  'src/content/pages/about.md': '[a](/posts/old/)\n',
  'src/liquid/includes/box.html': '<a href="{% post_url 2026-01-01-old %}">a</a>\n',
  'src/site.config.ts': "export default { menu: ['/posts/old/'] };\n",
};

describe('renaming', () => {
  it('moves what bears the name, mends what leads there, and has the old address lead on', async () => {
    expect(await rename(SITE)).toEqual({
      [NEW]:
        '---\ntitle: A # x\nredirect_from:\n  - /posts/old/\nguid: "https://example.org/posts/old/"\n---\n![p](2026-01-01-new/p.png) [self](/posts/new/#a)\n\n## A\n',
      [post('2026-01-01-new/p.png')]: 'picture',
      [post('2026-01-01-new.csv')]: '1,2',
      [post('2026-02-01-b.md')]: '---\n---\n[a](/posts/new/) {% post_url 2026-01-01-new %}\n',
      [post('_drafts/c.md')]: '[a](../2026-01-01-new.md) {% link _posts/2026-01-01-new.md %}\n',
      'src/content/pages/about.md': '[a](/posts/new/)\n',
      'src/liquid/includes/box.html': '<a href="{% post_url 2026-01-01-new %}">a</a>\n',
      'src/site.config.ts': "export default { menu: ['/posts/new/'] };\n",
    });
  });

  it('leaves a project in which nothing is to be mended', async () => {
    const root = folderWith(SITE);
    await carryOut(root, plan(root));
    expect((await contentProblems(root, site, NOW)).problems).toEqual([]);
  });

  it('changes nothing while it is planned', () => {
    const root = folderWith(SITE);
    plan(root);
    expect(filesIn(root)).toEqual(SITE);
  });

  it('can be killed at every step, and said again', async () => {
    const wanted = await rename(SITE);
    const { edits, moves } = plan(folderWith(SITE));
    const steps = [
      ...Array.from(edits, ([file, { after }]) => (root: string) => {
        writeFileSync(path.join(root, file), after);
      }),
      ...moves.map(([from, to]) => (root: string) => {
        renameSync(path.join(root, from), path.join(root, to));
      }),
    ];
    expect(steps.length).toBeGreaterThan(6);
    for (const count of steps.keys()) {
      const root = folderWith(SITE);
      for (const step of steps.slice(0, count)) step(root);
      await carryOut(root, plan(root));
      expect(filesIn(root)).toEqual(wanted);
    }
  });

  it('moves the folder of a post as it is', async () => {
    const files = {
      [post('2026-01-01-old/index.md')]: '![p](p.png)\n',
      [post('2026-01-01-old/p.png')]: 'picture',
      [post('2026-02-01-b.md')]: '![p](2026-01-01-old/p.png) [a](2026-01-01-old/index.md)\n',
    };
    expect(await rename(files)).toEqual({
      [post('2026-01-01-new/index.md')]:
        '---\nredirect_from:\n  - /posts/old/\nguid: "https://example.org/posts/old/"\n---\n\n![p](p.png)\n',
      [post('2026-01-01-new/p.png')]: 'picture',
      [post('2026-02-01-b.md')]: '![p](2026-01-01-new/p.png) [a](2026-01-01-new/index.md)\n',
    });
  });

  it('sets a slug that the front matter has', async () => {
    const files = { [post('2026-01-01-x.md')]: '---\nslug: old\n---\n' };
    expect(await rename(files, 'old', 'On')).toEqual({
      [post('2026-01-01-on.md')]:
        '---\nslug: "on"\nredirect_from:\n  - /posts/old/\nguid: "https://example.org/posts/old/"\n---\n',
    });
  });

  it('tells nobody what a draft was called', async () => {
    const files = { [post('2026-01-01-codename.md')]: '---\npublished: false\n---\n' };
    expect(await rename(files, 'codename')).toEqual({ [NEW]: '---\npublished: false\n---\n' });
  });

  it('goes back without leading round in a circle', async () => {
    const files = { [NEW]: '---\nredirect_from: [/posts/old/, /x/]\n---\n' };
    expect(await rename(files, 'new', 'old')).toEqual({
      [OLD]:
        '---\nredirect_from: [/x/, /posts/new/]\nguid: "https://example.org/posts/new/"\n---\n',
    });
  });

  it('keeps what feeds know the post by', async () => {
    const guid = 'guid: https://example.org/posts/old/ # as ever';
    const files = { [OLD]: `---\n${guid}\n---\n[a](https://example.org/posts/old/)\n` };
    expect(await rename(files)).toEqual({
      [NEW]: `---\n${guid}\nredirect_from:\n  - /posts/old/\n---\n[a](https://example.org/posts/new/)\n`,
    });
  });

  it('keeps the address that a permalink gives', async () => {
    const files = { [OLD]: '---\npermalink: /a/\n---\n' };
    expect(await rename(files)).toEqual({ [NEW]: '---\npermalink: /a/\n---\n' });
  });

  it.each<[string, Files, string, string]>([
    ['an unknown post', {}, 'odl', 'Did you mean old?'],
    ['a file that is there', { [NEW]: '---\npermalink: /n/\n---\n' }, 'old', `already ${NEW}`],
    ['an address that is taken', { [post('2026-03-01-new.md')]: 'B' }, 'old', 'already belongs to'],
    [
      'an old address that is taken',
      { [post('b.md')]: '---\ndate: 2026-01-01\nredirect_from: /posts/new/\n---\n' },
      'old',
      'already belongs to',
    ],
  ])('refuses %s, and changes nothing', (_, files, wanted, message) => {
    const root = folderWith({ [OLD]: 'A\n', ...files });
    const before = filesIn(root);
    expect(() => plan(root, wanted)).toThrow(message);
    expect(filesIn(root)).toEqual(before);
    expect(existsSync(path.join(root, OLD))).toBe(true);
  });

  it.each([
    ['old', 'is called so already'],
    ['…', 'expected a name of letters or digits'],
  ])('refuses the name %s', (name, message) => {
    expect(() => plan(folderWith({ [OLD]: 'A\n' }), 'old', name)).toThrow(message);
  });
});
