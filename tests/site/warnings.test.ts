import { symlinkSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { post, Project } from './project.ts';

const FRONT_MATTERS = [
  'title: false\nimage: false\nauthor: false\npermalink: false',
  'title: [Release]\nlang: klingon!',
  'title: 1.10\nlang: pt_BR\nauthor: {first_name: Ada, last_name: Lovelace, url: example.org}',
  'lang: english\nimage: {feature: , src: , credit: Ada}\ntoc: left',
  'lang: no\ntoc: right\nlast_modified_at: never\nredirect_from: https://elsewhere.example/x',
  'permalink: /:nowhere/\ncategories: 2024\nx: !custom y\ntittle: z',
];

let project: Project;
beforeAll(() => {
  project = new Project({
    ...Object.fromEntries(
      FRONT_MATTERS.map((yaml, i) => [
        post(`2026-01-0${i + 1}-p${i}.md`),
        `---\n${yaml}\n---\nText.\n`,
      ]),
    ),
    'public/old/index.html':
      '<h1>Old</h1>\n<p>Moved <a href="../2019/nowhere.html">there</a>.</p>\n',
    'src/content/pages/about.md': '---\nlang: zh_tw\npermalink: false\n---\nWe.\n',
    'vault/2026-01-20-linked.md': 'Back to [the first](./2026-01-21-other.md).\n',
    'vault/2026-01-21-other.md': 'Other.\n',
  });
  const link = (to: string, from: string) => symlinkSync(to, `${project.root}/${post(from)}`);
  link('../../../vault', 'folder');
  link('/nowhere', 'unmounted');
  link('me@desk.123', '.#2026-01-01-p0.md');
});
afterAll(() => project.remove());

it('front matter that only changes how something looks stops no build, and is told at its end', async () => {
  const { succeeded, log } = await project.build();
  expect(succeeded, log).toBe(true);
  const last = log.slice(log.lastIndexOf(' s  '));
  expect(last).toMatch(/\d+ warnings \(`--details` names each place\):/);
  expect(last).toMatch(
    /p1\.md:3\n {2}lang = "klingon!": .*\n {2}2 of this kind; the others:\n.*p3\.md:2 = "english"/,
  );
  for (const field of ['toc', 'last_modified_at', 'redirect_from', 'permalink', 'x', 'tittle']) {
    expect(last).toMatch(new RegExp(`^ {2}${field} = `, 'm'));
  }
  expect(log).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(last).toMatch(/^src\/content\/posts\/unmounted\n.*leads nowhere$/m);
  expect(last).not.toContain('.#');
  expect(project.text('dist/posts/linked/index.html')).toContain('href="/posts/other/"');
  expect(project.text('dist/posts/p2/index.html')).toMatch(/<html[^>]* lang="pt-BR"/);
  expect(project.text('dist/about/index.html')).toMatch(/lang="zh-TW"/);
  expect(project.files().map(([file]) => file)).not.toContain('false/index.html');
});

it('they are told again when nothing has changed, and with `--details` all of them', async () => {
  const isAll =
    /^\d+ warnings:\n[^]*^public\/old\/index\.html:2\n {2}link = "\.\.\/2019\/nowhere\.html": /m;
  const atOnce = await project.build(['--details']);
  expect(atOnce.log).toContain('nothing has been touched');
  expect(atOnce.log).toMatch(isAll);
  project.write({ 'note.txt': 'no part of the site' });
  const { log } = await project.build(['--details']);
  expect(log.slice(log.indexOf('Complete!'))).toMatch(isAll);
});

it('what is wrong in the configuration is told once, at its line, before anything is made', async () => {
  const { undo } = project.edit('src/site.config.ts', '/posts/:title/', '/posts/:titel/');
  const { succeeded, log } = await project.build();
  undo();
  expect(succeeded).toBe(false);
  expect(log).toMatch(
    /1 problem to mend:\n\nsrc\/site\.config\.ts:\d+\n {2}permalink = .*:titel\n.*`:title`/,
  );
});

it('the errors of a build that fails have the last word but for the count of warnings', async () => {
  project.write({
    [post('2026-02-01-a.mdx')]: '---\ntitle: A\n---\nNot here: {here}.\n\nBut {nowhere.near}.\n',
    [post('2026-02-02-b.mdx')]: 'import { c } from "node:path";\n\nA {c}.\n',
    'src/content/pages/d.mdx': '---\ntitle: D\n---\n{(() => { throw Error("No tea") })()}\n',
  });
  const { succeeded, log } = await project.build();
  expect(succeeded).toBe(false);
  expect(log).toMatch(
    /3 problems to mend:\n\n.*\/d\.mdx:4\n.*No tea\n\n.*a\.mdx:4\n.*here is not defined\n\n.*b\.mdx:1\n.*'c'\n+There are \d+ warnings besides/,
  );
  expect(log).not.toMatch(/^\s+at .*:\d+:\d+/m);
});
