import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow } from '../../src/files.ts';
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

let project: Project;
beforeAll(() => {
  project = new Project(TEXTS);
  cpSync('src/content/posts', path.join(project.root, post('')), { recursive: true });
});
afterAll(() => project.remove());

async function hashes(): Promise<Record<string, string>> {
  const { succeeded, log } = await project.build();
  if (!succeeded) throw new Error(log);
  return project.hashes();
}

it('a site says the same byte for byte when its texts were saved on Windows', async () => {
  const unix = await hashes();
  for (const folder of ['src/content', 'src/liquid']) {
    for (const file of filesBelow(path.join(project.root, folder))) {
      if (!/\.(?:mdx?|html|csv|yml)$/.test(file)) continue;
      const text = readFileSync(path.join(project.root, folder, file), 'utf8');
      project.write({ [`${folder}/${file}`]: `\uFEFF${text.replaceAll('\n', '\r\n')}` });
    }
  }
  project.clean();
  expect(await hashes()).toEqual(unix);
});
