import { close } from 'pagefind';
import { afterAll, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { searchPage } from '../../../src/search/page.ts';
import { indexPages } from '../../../src/search/pagefind.ts';
import { auditFiles, post } from './audit-fixture.ts';

afterAll(() => close());

/** What the audit says of the search record of a post, given a draft. */
async function auditRecord(published: string, draft: string, source = published) {
  const { html } = await renderMarkdown(published);
  const document = {
    url: '/posts/x/',
    title: 'X',
    lang: 'en',
    date: 'today',
    time: 0,
    year: 2026,
    tags: [],
    categories: [],
  };
  const page = { url: document.url, content: searchPage(document, html) };
  const fragments = (await indexPages([page])).filter(({ path }) => path.endsWith('.pf_fragment'));
  expect(fragments).toHaveLength(1);
  return auditFiles(
    { [post('2026-01-01-x.md')]: `${source}\n`, [post('_drafts/y.md')]: `${draft}\n` },
    Object.fromEntries(
      fragments.map(({ path, content }) => [`pagefind/${path}`, Buffer.from(content)]),
    ),
  );
}

const LONG = Array.from({ length: 80 }, (_, i) => `step(${i});`).join('\n');

it.each([
  [
    'a block of code that a draft does not have between its sentences',
    `See it in a sentence.\n\n\`\`\`js\n${LONG}\n\`\`\`\n\nA [link](/somewhere/) and more.`,
    'See it in a sentence. A link and more.',
  ],
  [
    'a text that a draft does not have between its code',
    `Text.\n\n\`\`\`\nlet here = begin\n\`\`\`\n\n${'Some words. '.repeat(60)}\n\n\`\`\`\nlet there = end\n\`\`\``,
    'Text.\n\n```\nlet here = begin\nlet there = end\n```',
  ],
])('no alarm for a search record that leaves out %s', async (_, published, draft) => {
  expect(await auditRecord(published, draft)).toEqual([]);
  expect(await auditRecord(draft, draft, published)).not.toEqual([]);
});

it('no alarm for a search record without a picture beside a link', async () => {
  const published = 'See it in a sentence.\n\n![An old bridge](/b.png)\n\nA [link](/x/) and more.';
  const draft = 'See it in a sentence. A link and more.';
  expect(await auditRecord(published, draft)).toEqual([]);
});
