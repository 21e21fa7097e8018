import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crawl } from '../support/crawl.ts';
import { picture, post, Project } from './project.ts';

const nfd = (text: string) => text.normalize('NFD');
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';

let project: Project;
let log: string;
beforeAll(async () => {
  const png = await picture(70, 40);
  project = new Project({
    'public/favicon.svg': drawing,
    'public/_redirects': '/app/* https://app.example/:splat 200\n',
    'public/images/a.png': png,
    [post(nfd('2026-01-01-über.md'))]:
      '---\ntitle: Über\ntags: [Ärger]\nimage: ./pics/plain.svg\n---\n## Teil\n\n[한글](./2026-01-02-한글.md) ![n](pics/naïve.png)\n',
    [post(nfd('2026-01-02-한글.md'))]:
      `---\ntitle: 한글\nredirect_from: ${nfd('/옛/')}\n---\n[back](${nfd('/posts/über/')}#teil)\n`,
    [post('2026-01-03-trip/index.md')]:
      '---\ntitle: Trip\n---\n[![t](./small.png)](./full.png) <video src="./film.mp4" poster="full.png"></video> ![e](./empty.png)\n\n<picture><source srcset="/images/a.png 2x"><img src="C%23.png"></picture>\n',
    [post('2026-01-04-components.mdx')]:
      '---\ntitle: Components\n---\nexport const Link = (props) => <a href="/posts/trip/">{props.children}</a>;\n\n<Link>trip</Link> <img src="./pics/plain.svg" alt="" />\n\n![s](./pics/plain.svg) [f](./film.pdf) [t](./2026-01-03-trip/index.md)\n',
    [post('2026-01-05-page.html')]:
      '---\ntitle: Page\npermalink: /old\\page.html\n---\n<p><a href="film.pdf">f</a> <form action="/search/"></form> <svg width="1" height="1"><image href="/images/a.png"/></svg></p>\n',
    [post('2026-01-06-tags.md')]:
      `---\ntitle: Tags\ntags: ["${'长标签名称'.repeat(25)}"]\npermalink: "/100% #?/"\n---\nText.\n`,
    [post('2026-01-07-draft.md')]: '---\ntitle: Draft\npublished: false\n---\n[plan](./plan.pdf)\n',
    [post('2026-01-08-cover.md')]: '---\ntitle: Cover\nimage: ./none.png\n---\nText.\n',
    [post(nfd('pics/naïve.png'))]: png,
    [post('pics/plain.svg')]: drawing,
    [post('film.pdf')]: 'film',
    [post('plan.pdf')]: 'plan',
    [post('2026-01-03-trip/small.png')]: png,
    [post('2026-01-03-trip/full.png')]: await picture(80, 40),
    [post('2026-01-03-trip/C#.png')]: await picture(81, 40),
    [post('2026-01-03-trip/empty.png')]: '',
    [post('2026-01-03-trip/film.mp4')]: 'film',
  });
  project.edit(
    'src/site.config.ts',
    'defineSite({',
    "defineSite({\n  feeds: { alias: '/feed.xml' },",
  );
  const build = await project.build([], {
    SITE_BASE: '/blog/',
    SITE_URL: 'https://galley.example',
  });
  expect(build.succeeded, build.log).toBe(true);
  log = build.log;
});
afterAll(() => project.remove());

describe('below a base path, with names in form D', () => {
  it('every address of the site has its file, and every fragment its id', () => {
    const { followed, broken } = crawl(`${project.root}/dist`, 'https://galley.example/blog/');
    expect(broken).toEqual([]);
    expect(followed).toBeGreaterThan(200);
  });

  it('files beside posts are published for those that refer to them, and no others', () => {
    const files = project.files().map(([file]) => file);
    expect(files).toEqual(
      expect.arrayContaining([
        'posts/trip/film.mp4',
        'posts/trip/full.png',
        'posts/trip/C#.png',
        'posts/components/film.pdf',
        'old\\page/film.pdf',
      ]),
    );
    expect(files.filter((file) => file.includes('plan'))).toEqual([]);
  });

  it('what the site answers at other addresses', () => {
    expect(project.text('dist/feed.xml')).toBe(project.text('dist/atom.xml'));
    expect(project.text('dist/sitemap.xml')).toBe(project.text('dist/sitemap-index.xml'));
    expect(project.text('dist/_redirects')).toBe(
      '/blog/%EC%98%9B/ /blog/posts/%ED%95%9C%EA%B8%80/ 301\n/app/* https://app.example/:splat 200\n',
    );
  });

  it('a cover that is not there is told with its line', () => {
    expect(log).toContain('src/content/posts/2026-01-08-cover.md:3');
  });
});
