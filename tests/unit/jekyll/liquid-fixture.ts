import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  createLiquid,
  type LinkTarget,
  type LiquidOptions,
} from '../../../src/jekyll/liquid/engine.ts';
import { parsePostDate } from '../../../src/jekyll/rules/date.ts';

/** The first line of the body in the post that `renderPost` renders. */
export const FIRST_LINE = 4;
export const POST = 'src/content/posts/2014-01-05-post.md';

const PAGE = {
  title: 'A "post"',
  date: parsePostDate('2014-01-05 09:03:07', 'America/New_York'),
  tags: ['red', 'green'],
  url: '/2014/01/05/post/',
  nothing: null,
  image: { alt: 'Alt', size: 3 },
};

const URLS: Record<string, string> = {
  '2014-01-05-post': '/blog/2014/01/05/post/',
  '_posts/2014-01-05-post.md': '/blog/2014/01/05/post/',
};

function find(name: string): LinkTarget {
  if (name === '2014-02-02-hidden') return { unpublished: 'src/content/posts/hidden.md' };
  const url = URLS[name];
  return url === undefined ? { nearest: '2014-01-05-post' } : { url };
}

/** An engine over a new folder that holds `files`, by their paths from the project's root. */
export function engineWith(
  files: Record<string, string> = {},
  options: Partial<LiquidOptions> = {},
): ReturnType<typeof createLiquid> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'liquid-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return createLiquid({
    site: {
      title: 'Site',
      data: () => ({ members: [{ name: 'Ann', age: 30 }, { name: 'Bob' }] }),
      posts: () => [
        { title: 'One', url: '/one/', tags: ['a'], pin: true, weight: '10' },
        { title: 'Two', url: '/two/', tags: ['a', 'b'], weight: '9' },
        { title: 'Three', url: '/three/', tags: [] },
      ],
    },
    root,
    includesDir: path.join(root, 'src/liquid/includes'),
    postsDir: path.join(root, 'src/content/posts'),
    code: { dir: path.join(root, 'public/downloads/code'), url: '/downloads/code' },
    customTags: {},
    postUrl: find,
    linkUrl: find,
    renderMarkdown: (text) => `<p>${text}</p>`,
    timeZone: 'America/New_York',
    url: 'https://example.com',
    baseUrl: '/blog',
    now: () => Date.UTC(2020, 5, 15, 12),
    unknownTags: 'error',
    keysOfTexts: () => new Set(['subtitle']),
    ...options,
  });
}

/** What a post's body becomes. */
export function renderPost(body: string, engine = engineWith(), post = POST) {
  return engine.render(body, { path: post, line: FIRST_LINE, page: PAGE });
}

/** The text of a body that has nothing wrong. */
export function textOf(body: string, engine = engineWith(), post = POST): string {
  const { text, problems } = renderPost(body, engine, post);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return text;
}
