import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawingSize } from '../../../src/markdown/pictures/drawing-size.ts';
import { besideUrl, createLinks, type FileRecord } from '../../../src/markdown/local-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'local-files-'));
const nfd = (text: string) => text.normalize('NFD');

beforeAll(() => {
  const files = {
    'src/content/posts/2026-01-01-one.md': '---\ntitle: One\n---\nText.\n',
    [`src/content/posts/${nfd('2026-01-02-größe')}.md`]: '---\ntitle: Two\n---\nText.\n',
    'src/content/posts/_drafts/plan.pdf': 'p',
    'src/content/posts/pics/paper.pdf': 'p',
    'src/content/posts/pics/C#.png': 'c',
    'src/content/posts/pics/50%25 a.png': 'c',
    [`src/content/posts/pics/${nfd('naïve')}.png`]: 'n',
    'src/content/pages/about.md': '---\ntitle: About\n---\nText.\n',
    'src/content/pages/help/terms.html': '---\ntitle: Terms\n---\nText.\n',
    'src/content/posts/news/_posts/2026-01-03-three.md': 'Text.\n',
    'src/site.config.ts': '',
    'public/files/a.pdf': 'a',
    [`public/files/${nfd('ü')}.pdf`]: 'u',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

function resolve(link: string, isShown = false) {
  const record: FileRecord = { files: {}, missing: [], beside: {} };
  const folder = path.join(root, 'src/content/posts');
  const links = createLinks({ root, folder, url: '/posts/me/', base: '/blog' }, record);
  return { address: links(link, isShown), ...record };
}

describe('addresses in a text', () => {
  it.each([
    ['./2026-01-01-one.md', '/blog/posts/one/'],
    ['2026-01-01-one.md#part', '/blog/posts/one/#part'],
    ['../posts/2026-01-01-one.md?a#b', '/blog/posts/one/?a#b'],
    ['/src/content/posts/2026-01-01-one.md', '/blog/posts/one/'],
    ['2026-01-02-größe.md', '/blog/posts/gr%C3%B6%C3%9Fe/'],
    ['../pages/about.md#x', '/blog/about/#x'],
    ['../about.md#x', '/blog/about/#x'],
    ['/about.md', '/blog/about/'],
    ['/blog/about.md', '/blog/about/'],
    ['../_help/terms.html', '/blog/help/terms/'],
    ['/_posts/2026-01-01-one.md', '/blog/posts/one/'],
    ['../news/_posts/2026-01-03-three.md', '/blog/posts/three/'],
    ['/files/a.pdf#page=2', '/blog/files/a.pdf#page=2'],
    ['/blog/files/a.pdf', '/blog/files/a.pdf'],
    ['/files/ü.pdf', `/blog/files/${encodeURIComponent(nfd('ü'))}.pdf`],
    [nfd('/posts/größe/'), '/blog/posts/größe/'],
    ['/about/', '/blog/about/'],
    ['../other/', '../other/'],
    ['#part', '#part'],
    ['', ''],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['//example.org/a.pdf', '//example.org/a.pdf'],
    ['https://example.org/a.pdf', 'https://example.org/a.pdf'],
  ])('%s is %s', (link, address) => {
    expect(resolve(link)).toMatchObject({ address, missing: [], beside: {} });
  });

  it.each([
    ['./pics/paper.pdf#page=2', '/posts/me/pics/paper.pdf', '#page=2', 'pics/paper.pdf'],
    ['_drafts/plan.pdf', '/posts/me/_drafts/plan.pdf', '', '_drafts/plan.pdf'],
    ['pics/C%23.png', '/posts/me/pics/C%23.png', '', 'pics/C#.png'],
    ['pics/50%2525%20a.png', '/posts/me/pics/50%2525%20a.png', '', 'pics/50%25 a.png'],
    ['pics/naïve.png', '/posts/me/pics/na%C3%AFve.png', '', nfd('pics/naïve.png')],
  ])('%s is published beside the page', (link, url, suffix, file) => {
    const { address, beside } = resolve(link);
    expect(address).toBe(`/blog${url}${suffix}`);
    expect(beside).toEqual({ [url]: path.join(root, 'src/content/posts', file) });
  });

  it.each([
    ['./none.pdf', false],
    ['./2026-09-09-none.md#x', false],
    ['/images/none.png', true],
    ['film.mp4', true],
  ])('%s is noted where there is no such file', (link, isShown) => {
    expect(resolve(link, isShown)).toMatchObject({ missing: [link], beside: {} });
  });

  it('never reach what is neither content nor public', () => {
    for (const link of [
      '../../site.config.ts',
      '/../src/site.config.ts',
      '../../../src/site.config.ts',
    ])
      expect(resolve(link).beside).toEqual({});
  });

  it.each([
    ['/posts/a/', 'chart.pdf', '/posts/a/chart.pdf'],
    ['/2026/a.html', 'pics/chart.pdf', '/2026/a/pics/chart.pdf'],
    ['/a', '../shared/chart 1.pdf', '/a/shared/chart%201.pdf'],
  ])('beside %s, %s is %s', (url, file, expected) => {
    expect(besideUrl(url, file)).toBe(expected);
  });
});

describe('the size of a drawing', () => {
  it.each([
    ['width="25.4mm" height="1in"', [96, 96]],
    ["width='10' height='20px'", [10, 20]],
    ['width="2.54cm" height="72pt"', [96, 96]],
    ['viewBox="0 0 40 30"', [40, 30]],
    ['viewBox="0,0,40,30" width="80"', [80, 60]],
    ['viewBox="0 0 40 30" height="60"', [80, 60]],
    ['width="100%" height="100%" viewBox="0 0 40 30"', [40, 30]],
    ['width="100%" height="100%"', undefined],
    ['width="0" height="0"', undefined],
    ['width="2em" height="2em"', undefined],
    ['', undefined],
  ])('<svg %s>', (attributes, size) => {
    const svg = `<?xml version="1.0"?>\n<!-- <svg width="1" height="1"> --><!DOCTYPE svg [<!ENTITY a "b">]>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`;
    expect(drawingSize(svg)).toEqual(size && { width: size[0], height: size[1] });
  });

  it('is unknown of what is no drawing', () => {
    expect(drawingSize('')).toBeUndefined();
    expect(drawingSize('<html>')).toBeUndefined();
  });
});
