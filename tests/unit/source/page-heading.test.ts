import { expect, it } from 'vitest';
import { defineSite } from '../../../src/site/define.ts';
import { leadingHeading } from '../../../src/source/page-heading.ts';
import { readPage } from '../../../src/source/read-page.ts';

it.each([
  ['# A guide\n\nText.\n', 'A guide', 1],
  ['\n\n### A *small* `one` ###\nText.\n', 'A small one', 3],
  ['## A [link](/a/) {#id}', 'A link', 2],
  ['A guide\n=======\nText.\n', 'A guide', 1],
  ['# C#\n', 'C#', 1],
  ['snake_case\n---\n', 'snake_case', 2],
])('%j begins with a heading', (text, title, rank) => {
  expect(leadingHeading(text)).toEqual({ title, rank });
});

it.each([
  'Text.\n\n# Later\n',
  '#tag\n',
  '#### Small\n',
  '- a\n---\n',
  '# \n',
  '# {{ site.title }}\n',
  '',
  'Text.\n\n---\n',
])('%j begins with none', (text) => {
  expect(leadingHeading(text)).toBeUndefined();
});

it.each<[string, string, { title: string; headed?: boolean }]>([
  ['a.md', '# A guide\nText.\n', { title: 'A guide', headed: true }],
  ['a.md', '## A guide\nText.\n', { title: 'A guide' }],
  ['a.md', '---\ntitle: A\n---\n# A guide\nText.\n', { title: 'A' }],
  ['my-guide.html', '# A guide', { title: 'My Guide' }],
])('gives a page its title: %s %j', (name, text, { title, headed }) => {
  const site = defineSite({ url: 'https://example.org', title: 'A', author: { name: 'A' } }, {});
  const { page } = readPage(name, Buffer.from(text), { site, now: 0, drafts: false });
  expect([page?.data.title, page?.data.headed]).toEqual([title, headed]);
});
