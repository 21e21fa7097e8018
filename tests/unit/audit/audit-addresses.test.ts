import { expect, it } from 'vitest';
import { judgeAddresses } from '../../../src/audit/missing-addresses.ts';
import { filesBelow } from '../../../src/lib/files.ts';
import { linksIn, folderWith, post, readProject, site, withheldOf } from './audit-fixture.ts';

const TEA = post('2026-01-01-tea.md');
const PLAN = post('2026-02-01-plan.md');

/** What is said of the page of a post with this text, which has become this HTML. */
async function judged(text: string, html: string) {
  const root = folderWith({
    [TEA]: `---\ntitle: Tea\n---\nTea.\n${text}\n`,
    [PLAN]: '---\ndraft: true\n---\n![](/Trip/photo.jpg)\n',
    'public/trip/photo.jpg': 'x',
  });
  const output = folderWith({
    'posts/tea/index.html': `<h2 id="leaves">x</h2>${html}`,
    'about.html': '<a id=us></a>',
    'index.html': html,
    _redirects: '/old /about 301\n/docs/* /about 301\n',
    'trip/photo.jpg': 'x',
  });
  const { sources, named } = await readProject(root);
  const withheld = withheldOf(sources, named, output);
  const all = filesBelow(output).filter((file) => file !== 'trip/photo.jpg');
  const found = linksIn(sources, named, output, all);
  const { problems, missing } = judgeAddresses(
    found,
    root,
    sources,
    site,
    named.values(),
    withheld,
  );
  const own = missing.filter(({ isOwn }) => isOwn).map(({ problem }) => problem);
  return { problems: problems.filter(({ file }) => file === TEA), missing: own };
}

it.each([
  ['a page', '[x](/posts/nothing/)', '<a href="/posts/nothing/">', '/posts/nothing/'],
  ['a relative page', '[x](../no-such/)', '<a href="../no-such/">', '../no-such/'],
  ['a file of Markdown', '[x](./code.md)', '<a href="./code.md">', './code.md'],
  ['a picture', '![](/images/none.jpg)', '<img src="/images/none.jpg">', '/images/none.jpg'],
  ['a whole address', '[x](/lost/)', '<a href="https://example.org/lost/">', '/lost/'],
  ['a place in the page', '[x](#nope)', '<a href="#nope">', '#nope'],
  ['a place in another page', '[x](/about#them)', '<a href="/about#them">', '/about#them'],
])('what is missing is told with file and line: %s', async (_what, text, html, value) => {
  const { problems, missing } = await judged(text, html);
  expect(missing).toMatchObject([{ file: TEA, line: 5, value, missing: true }]);
  expect(problems).toEqual([]);
});

it.each([
  '<a href="/about"><a href="/about#us"><a href="#leaves"><a href="#"><a href="#top">',
  '<a href="/old/"><a href="/docs/a/b"><a href="/cdn-cgi/l/email-protection">',
  '<a href="https://example.com/x"><a href="mailto:a@b.c"><a href="/about#:~:text=x">',
  '<code>&lt;a href="/x/"&gt;</code><!-- <a href="/x/"> --><i data-x="/x/y.png">',
])('nothing is missing in %s', async (html) => {
  expect(await judged('', html)).toEqual({ problems: [], missing: [] });
});

it.each([
  ['a withheld file in another case', '![](/Trip/photo.jpg)', '<img src="/Trip/photo.jpg">'],
  ['an unpublished post', '[x](/posts/plan/)', '<a href="/posts/plan">'],
])('what leads to %s stops the build', async (_what, text, html) => {
  const { problems } = await judged(text, html);
  expect(problems).toMatchObject([{ file: TEA, line: 5 }]);
  expect(JSON.stringify(problems)).toContain(PLAN);
});
