import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  areUnchanged,
  fileCandidates,
  stampOf,
} from '../../../src/markdown/pictures/picture-files.ts';
import { referencesOfMdx, renderPage } from '../../../src/markdown/render.ts';
import { missingFiles } from '../../../src/check/missing-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'pictures-'));
const post = path.join(root, 'src/content/posts/2026/post.md');

beforeAll(async () => {
  for (const folder of ['src/content/posts/2026', 'public/images', 'public/old/post']) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const create = { width: 2000, height: 1000, channels: 3, background: '#888' } as const;
  const small = sharp({ create: { ...create, width: 200, height: 100 } });
  await small.png().toFile(path.join(root, 'public/images/small.png'));
  await small.png().toFile(path.join(root, 'public/old/post/near.png'));
  await small.png().toFile(path.join(root, 'src/content/posts/2026/a b.png'));
  await sharp({ create: { ...create, noise } })
    .jpeg()
    .toFile(path.join(root, 'public/images/large.jpg'));
  for (const name of ['a#b', 'a?b', '100%', 'a\\b', 'a+b']) {
    await small.png().toFile(path.join(root, `src/content/posts/2026/${name}.png`));
  }
  writeFileSync(path.join(root, 'public/images/broken.png'), 'no picture');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

const render = (source: string) => renderPage(source, pathToFileURL(post), { url: '/old/post/' });
const html = async (source: string) => (await render(source)).html.trim();

describe('pictures', () => {
  it.each([
    [
      '![a](/images/small.png)',
      '<p><img src="/images/small.png" alt="a" width="200" height="100"></p>',
    ],
    ['![a](near.png)', '<p><img src="near.png" alt="a" width="200" height="100"></p>'],
    [
      '<img src="/images/small.png" width=50>',
      '<img src="/images/small.png" width="50" height="25">',
    ],
    [
      '<img src="/images/small.png" height="50px">',
      '<img src="/images/small.png" height="50" width="100">',
    ],
    [
      '<img src="/images/small.png" width="50%">',
      '<img src="/images/small.png" width="200" style="width:50%" height="100">',
    ],
    ['![a](/images/broken.png)', '<p><img src="/images/broken.png" alt="a"></p>'],
    ['![a](https://a.b/c.png)', '<p><img src="https://a.b/c.png" alt="a"></p>'],
    ['`<img src="/images/small.png">`', '<p><code>&lt;img src="/images/small.png"&gt;</code></p>'],
  ])('%s', async (source, expected) => {
    expect(await html(source)).toBe(expected);
  });

  it('wait until they are near, but for those at the beginning', async () => {
    const text = `![a](/images/small.png)\n\n${'word '.repeat(300)}`;
    expect(await html(text)).not.toContain('loading');
    expect(await html(`${'word '.repeat(300)}\n\n![a](/images/small.png)`)).toContain(
      'loading="lazy"',
    );
  });

  it('beside the text are made in several sizes', async () => {
    const result = await html('![a](a%20b.png)');
    expect(result).toMatch(/^<p><picture><source __ASTRO_IMAGE_="[^"]+"><img __ASTRO_IMAGE_=/);
    expect(result).toContain('&quot;src&quot;:&quot;./a b.png&quot;');
    expect(result).toContain('&quot;widths&quot;:[200]');
  });

  it.each(['a#b', 'a?b', '100%', 'a\\b'])(
    'beside the text stay as they are where no import can name them: %s',
    async (name) => {
      const { html, files } = await render(`![a](${encodeURIComponent(name)}.png)`);
      expect(html).toContain(`<img src="/old/post/${encodeURIComponent(name)}.png"`);
      expect(Object.values(files.beside)).toEqual([path.join(path.dirname(post), `${name}.png`)]);
    },
  );

  it.each([
    ['![a](a+b.png)', []],
    ['![a](a%2Bb.png)', ['a+b.png']],
    ['![a](a+b.png) ![b](a%2Bb.png)', ['a+b.png']],
    ['![a](a%5Cb.png)', ['a\\b.png']],
    ['![a](a%20b.png)', []],
  ])('of MDX are published as they are where Astro does not find them: %s', async (mdx, beside) => {
    const { files } = await referencesOfMdx(mdx, pathToFileURL(post), { url: '/old/post/' });
    expect(files.missing).toEqual([]);
    const names = Object.values(files.beside).map((file) => path.basename(file));
    expect(names).toEqual(beside);
  });

  it('in public/ keep their address when they are large', async () => {
    const result = await html('![a](/images/large.jpg)');
    expect(result).toContain('<img src="/images/large.jpg" alt="a" width="2000" height="1000">');
    expect(result).toContain('&quot;src&quot;:&quot;./../../../../public/images/large.jpg&quot;');
    expect(result).toContain('&quot;widths&quot;:[720,1440]');
  });

  it('that are not there are told with their line', async () => {
    const body = 'a\n\n![b](/images/none.png) ![c](none.png)\n';
    const { files } = await render(body);
    expect(missingFiles('post.md', { body, bodyLine: 5 }, files.missing)).toEqual([
      expect.objectContaining({ file: 'post.md', line: 7, value: '/images/none.png' }),
      expect.objectContaining({ file: 'post.md', line: 7, value: 'none.png' }),
    ]);
  });
});

it('tells a file that is not there once, and as the text writes it', async () => {
  const body = '![a](né.png)\n\n![b](%C3%BC.png) ![c](<no [x].png>)\n\n![a](né.png)';
  const { files } = await render(body);
  const told = missingFiles('post.md', { body, bodyLine: 5 }, files.missing);
  expect(told.map(({ line, value }) => [line, value])).toEqual([
    [5, 'né.png'],
    [7, '%C3%BC.png'],
    [7, 'no [x].png'],
  ]);
});

describe('fileCandidates', () => {
  const place = { root: '/r', folder: '/r/posts', url: '/2020/a/', base: '/blog' };
  it.each([
    ['b.png', ['/r/posts/b.png', '/r/public/2020/a/b.png']],
    ['../b.png?v=1#c', ['/r/b.png', '/r/public/2020/b.png']],
    ['/b%20c.png', ['/r/public/b c.png']],
    ['/blog/b.png', ['/r/public/b.png', '/r/public/blog/b.png']],
    ['/src/content/posts/b.md', ['/r/src/content/posts/b.md']],
    [
      '/blog/src/content/posts/b.md',
      ['/r/src/content/posts/b.md', '/r/public/blog/src/content/posts/b.md'],
    ],
    ['https://a.b/c.png', []],
    ['//a.b/c.png', []],
    ['data:image/png;base64,AAAA', []],
    ['', []],
  ])('%s', (link, expected) => {
    expect(fileCandidates(link, place)).toEqual(expected);
  });
});

it('a stamp tells when a file changes, appears or goes', () => {
  const file = path.join(root, 'file');
  const before = { [file]: stampOf(file) };
  expect(areUnchanged(before)).toBe(true);
  writeFileSync(file, 'a');
  expect(areUnchanged(before)).toBe(false);
  const after = { [file]: stampOf(file) };
  rmSync(file);
  expect(areUnchanged(after)).toBe(false);
});
