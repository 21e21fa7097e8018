import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow } from '../../src/lib/files.ts';
import { readContent } from '../../src/check/content.ts';
import site from '../../src/site.config.ts';
import { crawl } from '../support/crawl.ts';
import { BUILD_TIME } from '../support/sites.ts';
import { post, Project } from './project.ts';

/** Texts whose meaning hangs on their line ends, beside the manual. */
const TEXTS = {
  [post('2026-01-01-kramdown.md')]:
    '---\ntitle: Kramdown\nexcerpt_separator: "\\n\\n"\n---\n* toc\n{:toc}\n\n> Take care.\n{: .prompt-tip }\n\n## One {#one}\n\nThe HTML spec.\\\\\nNext line.\n\n*[HTML]: Hyper Text\n\na | b\n--|--\n1 | 2\n\n{% include note.html text="hi" %}\n\n{% for one in site.data.crew %}{{ one.name }}\n{% endfor %}{{ site.data.ports.first }}\n',
  [post('2026-01-02-octopress.md')]:
    '---\ntitle: Octopress\n---\nA teaser.\n\nMore of it.\n\n<!-- more -->\n\n{% codeblock lang:js a.js %}\nconst a = 1;\n{% endcodeblock %}\n\n``` ruby A title\nputs 1\n```\n',
  [post('2026-01-03-by-hand.html')]: '---\ntitle: By hand\n---\n<p>One.</p>\n\n<pre>a\nb</pre>\n',
  [post('2026-01-04-module.mdx')]:
    '---\ntitle: Module\ntags:\n  - a\n---\nexport const year = 2026;\n\nIt is {year}.\n\n```js title="a.js" {1}\na\n```\n',
  'src/content/pages/about.md': '---\ntitle: About\n---\nTerm\n: Definition\n\n- [x] done\n',
  'src/liquid/includes/note.html': '<aside>\n\n{{ include.text }}\n</aside>\n',
  'src/liquid/data/crew.csv': 'name\nAda\nBen\n',
  'src/liquid/data/ports.yml': 'first: |\n  Oslo\n  Bergen\n',
};

/** What the texts of the fixtures refer to. */
const REFERRED = [
  'x.html',
  'u',
  'a.png',
  'blog/posts/cat-list/index.html',
  'posts/body-relative-md-link/other.md',
  ...['b c', 'e(f)g', 'i', 'p.png'].map((name) => `posts/body-links/${name}`),
  'posts/body-html-block/a.png',
  'posts/body-iframe/y',
  'posts/body-nested-html/x.png',
  'posts/body-table/z',
].map((file) => [`public/${file}`, ''] as const);

let project: Project;
beforeAll(async () => {
  project = new Project({ ...TEXTS, ...Object.fromEntries(REFERRED) });
  const copy = (from: string, to: string) =>
    cpSync(from, path.join(project.root, to), { recursive: true });
  copy('src/content/posts', post(''));
  copy('public', 'public');
  copy('tests/fixtures/jekyll/site/_posts', post('_posts'));
  copy('tests/fixtures/jekyll/site/_includes', 'src/liquid/includes');
  // Some show what stops a build.
  const now = Date.parse(BUILD_TIME);
  const { problems } = await readContent(project.root, { site, now, drafts: false });
  for (const { file } of problems) rmSync(path.join(project.root, file), { force: true });
});
afterAll(() => project.remove());

async function hashes(): Promise<Record<string, string>> {
  const { succeeded, log } = await project.build([], {
    SITE_BASE: '/blog/',
    SITE_URL: 'https://galley.example',
  });
  if (!succeeded) throw new Error(log);
  return project.hashes();
}

it('a site says the same byte for byte when its texts were saved on Windows', async () => {
  const unix = await hashes();
  expect(crawl(`${project.root}/dist`, 'https://galley.example/blog/').broken).toEqual([]);
  for (const folder of ['src/content', 'src/liquid']) {
    for (const file of filesBelow(path.join(project.root, folder))) {
      if (/\.(?:png|jpg|svg)$/.test(file)) continue;
      const text = readFileSync(path.join(project.root, folder, file), 'utf8');
      project.write({
        [`${folder}/${file}`]: `\uFEFF${text.replace(/^\uFEFF/, '').replace(/\r?\n/g, '\r\n')}`,
      });
    }
  }
  project.clean();
  expect(await hashes()).toEqual(unix);
});
