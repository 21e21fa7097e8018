import { expect, it } from 'vitest';
import { readPage } from '../../../src/source/read-page.ts';
import { readPost } from '../../../src/source/read-post.ts';
import { redirectCircles, redirectRows, redirectsOf } from '../../../src/source/redirects.ts';
import { defineSite } from '../../../src/site/define.ts';

const site = defineSite(
  { url: 'https://example.org', base: '/b/', title: 'A', author: { name: 'A' } },
  {},
);

function read(yaml: string) {
  const bytes = new TextEncoder().encode(`---\n${yaml}\n---\nText.`);
  const options = { site, now: Date.parse('2026-01-01T00:00:00Z'), drafts: true };
  const reading = readPost('2020-01-01-old.md', bytes, options);
  if (reading.kind !== 'post') throw new Error(reading.kind);
  return reading;
}

it.each([
  ['/new/', '/new/'],
  ['new/', '/new/'],
  ['https://example.com/a', 'https://example.com/a'],
  ['https://example.org/b/new/', '/new/'],
  ['[/first/, /second/]', '/first/'],
])('a post leads on to %s', (yaml, to) => {
  const { post, warnings } = read(`redirect_to: ${yaml}`);
  expect(post).toMatchObject({ verdict: { status: 'unlisted' }, body: '', url: '/posts/old/' });
  expect([post.frontMatter.redirect_to, warnings]).toEqual([to, []]);
});

it.each(['', '[]', 'null'])('a post shows its text where redirect_to is %j', (yaml) => {
  const { post } = read(`redirect_to: ${yaml}`);
  expect(post).toMatchObject({ verdict: { status: 'published' }, body: 'Text.' });
});

it.each(['mailto:a@example.org', '//example.com/a', 'javascript:x'])('tells of %s', (yaml) => {
  expect(read(`redirect_to: ${yaml}`).warnings).toMatchObject([{ line: 2, field: 'redirect_to' }]);
});

it('a draft that leads on is a draft', () => {
  const { post } = read('published: false\nredirect_to: /new/');
  expect(post.verdict.status).toBe('draft');
});

it('all its addresses lead there at once', () => {
  const data = { url: '/posts/old/', redirectFrom: ['/older/'], redirectTo: '/new/' };
  expect(redirectRows(redirectsOf([{ data }], {}), '/b')).toBe(
    '/b/posts/old/ /b/new/ 301\n/b/older/ /b/new/ 301\n',
  );
});

it('a page leads on like a post, and from where it was before', () => {
  const bytes = new TextEncoder().encode('---\nredirect_to: new/\nredirect_from: /a/\n---\nText.');
  const { page } = readPage('about.md', bytes, { site, now: 0, drafts: false });
  expect(page).toMatchObject({ body: '', data: { unlisted: true, url: '/about/' } });
  expect(page && redirectRows(redirectsOf([page], {}), '')).toBe(
    '/about/ /new/ 301\n/a/ /new/ 301\n',
  );
});

it('tells of an address of another site among the old ones of a page', () => {
  const bytes = new TextEncoder().encode('---\ntitle: A\nredirect_from: https://b.example/\n---\n');
  const { warnings } = readPage('about.md', bytes, { site, now: 0, drafts: false });
  expect(warnings).toMatchObject([{ line: 3, field: 'redirect_from' }]);
});

const leads = (url: string, redirectTo: string | undefined, ...redirectFrom: string[]) => ({
  file: `${url}.md`,
  lineOf: () => 2,
  data: { url, redirectFrom, redirectTo },
});

it.each([
  ['itself', [leads('/a/', '/a/')], ['/a/.md']],
  ['itself by another spelling', [leads('/a%20b/', '/a b/index.html#c')], ['/a%20b/.md']],
  ['its own old address', [leads('/a/', '/b/', '/b/')], ['/a/.md']],
  ['one that leads back', [leads('/a/', '/b/'), leads('/b/', '/a/?c')], ['/a/.md', '/b/.md']],
  ['one that was there before', [leads('/a/', '/old/'), leads('/b/', undefined, '/old/')], []],
  ['another site', [leads('/a/', 'https://example.com/a/')], []],
  ['one after the other', [leads('/a/', '/b/'), leads('/b/', '/c/'), leads('/c/', undefined)], []],
])('redirects that lead to %s', (_, sources, files) => {
  const problems = redirectCircles(sources);
  expect(problems.map(({ file, line }) => [file, line])).toEqual(files.map((file) => [file, 2]));
});
