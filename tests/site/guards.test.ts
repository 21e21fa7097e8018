import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture, post, Project } from './project.ts';

const DRAFT = post('2026-03-01-the-merger-plan.md');
const UNLISTED = post('2026-04-01-handout.md');
const TEA = post('2026-01-01-tea.md');

/** Breaks one guard each in a whole project, and looks whether the audit steps in. */
describe('with a guard broken', () => {
  let project: Project;
  beforeAll(async () => {
    project = new Project({
      [TEA]:
        '---\ntitle: Tea\ntags: [kitchen]\n---\nBoil the water. <!-- Mallory wrote this paragraph for us. -->\n',
      [DRAFT]:
        '---\ntitle: The Merger Plan\ntags: [kitchen, acquisitions]\nimage: /contract.png\npublished: false\n---\nThey agreed on the price on Tuesday night.\n\n![Terms](./terms.png)\n',
      [UNLISTED]:
        '---\ntitle: Handout for Friday\nunlisted: true\ntags: [kitchen]\n---\nBring two pencils along.\n',
      'public/contract.png': await picture(40, 30),
      [post('terms.png')]: await picture(50, 30),
      'public/cup.png': await picture(60, 30),
    });
  });
  afterAll(() => project.remove());

  let whole: Record<string, string>;
  it('builds as long as none is', async () => {
    const { succeeded, log } = await project.build();
    expect(log).toContain('only unpublished posts refer to it: contract.png');
    expect(succeeded).toBe(true);
    whole = project.hashes();
    expect(Object.keys(whole)).toContain('cup.png');
    expect(Object.keys(whole)).not.toContain('contract.png');
    // What the audit checks counts by.
    expect(project.text('dist/tags/index.html')).toMatch(
      /<a href="\/tags\/kitchen\/">kitchen<\/a>\s*<span class="count"[^>]*>\s*1/,
    );
  });

  it('which the loader is, stops', async () => {
    const { undo } = project.edit(
      'src/content.config.ts',
      'postsLoader({ site, drafts })',
      'postsLoader({ site, drafts: true })',
    );
    const { succeeded, log } = await project.build();
    undo();
    expect(succeeded).toBe(false);
    for (const output of [
      'posts/the-merger-plan/index.html',
      'index.html',
      'tags/kitchen/index.html',
      'tags/acquisitions/index.html',
      'rss.xml',
      'sitemap-0.xml',
      'terms.',
    ]) {
      expect(log).toContain(output);
    }
    expect(project.hashes()).toEqual(whole);
  });

  it('which others are, stops, and names each', async () => {
    const edits = [
      // Comments of authors stay in the page.
      project.edit('src/markdown/comments.ts', "source.source.includes('<!--') &&", 'false &&'),
      // Lists name unlisted posts.
      project.edit('src/post/posts.ts', "post.data.status !== 'unlisted'", 'true'),
      // Withheld files stay.
      project.edit('src/integrations/withhold.ts', 'await remove(fileURLToPath(dir), file)', ''),
    ];
    project.write({
      // A page of the owner reads the posts' folder by itself.
      'src/pages/all.json.ts':
        "const posts = import.meta.glob('../content/posts/*.md', { query: '?raw', import: 'default', eager: true });\nexport const GET = () => Response.json(posts);",
      // A script for developers shows them what is to come.
      'src/pages/script.astro':
        "---\nconst posts = import.meta.glob('../content/posts/*.md', { query: '?raw', import: 'default', eager: true });\n---\n<script is:inline set:html={`window.posts = ${JSON.stringify(posts)}`} />",
    });
    const { succeeded, log } = await project.build();
    for (const { undo } of edits) undo();
    expect(succeeded).toBe(false);
    expect(log).toMatch(/2026-01-01-tea\.md:5\n.* posts\/tea\/index\.html .*Mallory wrote/i);
    expect(log).toMatch(/2026-04-01-handout\.md:2\n.* rss\.xml /);
    expect(log).toMatch(/public\/contract\.png\n.* contract\.png/);
    expect(log).toMatch(/the-merger-plan\.md:\d+\n.* all\.json /);
    expect(log).toMatch(/the-merger-plan\.md:\d+\n.* script\/index\.html /);
    expect(project.hashes()).toEqual(whole);
  });
});
