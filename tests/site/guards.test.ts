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
        '---\ntitle: The Merger Plan\ntags: [kitchen, acquisitions]\ncategory: deals\nredirect_from: /old/offer/\npublished: false\n---\nThey agreed on the price on Tuesday night.\n\n![Terms](./terms.png) ![Contract](/contract.png)\n',
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
    expect(log).toContain(`contract.png: ${DRAFT}:10 names it, and nothing published shows it`);
    expect(succeeded).toBe(true);
    whole = project.hashes();
    expect(Object.keys(whole)).toContain('cup.png');
    expect(Object.keys(whole)).not.toContain('contract.png');
    // What the audit checks counts by.
    expect(project.text('dist/tags/index.html')).toMatch(
      /<a href="\/tags\/kitchen\/">kitchen<\/a>\s*<span class="count"[^>]*>\s*1/,
    );
  });

  it('which the loader is, stops, and names each channel', async () => {
    const edits = [
      project.edit(
        'src/store/collections.ts',
        'postsLoader({ site, ...options })',
        'postsLoader({ site, ...options, drafts: true })',
      ),
      // The names of social images say what they show.
      project.edit('src/social/card.ts', '${digest(card)}', '${encodeURIComponent(card.title)}'),
    ];
    const { succeeded, log } = await project.build();
    for (const { undo } of edits) undo();
    expect(succeeded).toBe(false);
    const leaks: [channel: string, output: string][] = [
      ['page', 'posts/the-merger-plan/index.html'],
      ['list', 'index.html'],
      ['archive', 'archives/2026/index.html'],
      ['neighbour', 'posts/tea/index.html'],
      ['tag', 'tags/acquisitions/index.html'],
      ['category', 'categories/deals/index.html'],
      ['feed of the site', 'rss.xml'],
      ['feed of a tag', 'tags/kitchen/atom.xml'],
      ['sitemap', 'sitemap-0.xml'],
      ['search text', 'pagefind/fragment/'],
      ['search words', 'pagefind/index/'],
      ['redirect', 'old/offer/index.html'],
      ['row of a redirect', '_redirects'],
      ['social image', 'social/The%20Merger%20Plan.png'],
      ['optimised image', '_astro/terms.'],
    ];
    const { [DRAFT]: ofDraft = '', [post('terms.png')]: ofPicture = '' } = byFile(log);
    const missed = leaks.filter(([, output]) => !`${ofDraft}${ofPicture}`.includes(` ${output}`));
    expect(missed, log).toEqual([]);
    expect(log).toMatch(/^tags\/index\.html\n  count = 2: expected 1/m);
    expect(project.hashes()).toEqual(whole);
  });

  it('which others are, stops, and names each', async () => {
    const edits = [
      // Comments of authors stay in the page.
      project.edit('src/markdown/drop-notes.ts', "source.source.includes('<!--') &&", 'false &&'),
      // Lists name unlisted posts.
      project.edit('src/posts/posts.ts', "post.data.status !== 'unlisted'", 'true'),
      // Metadata for search engines tells too much.
      project.edit(
        'src/components/page/structured-data.ts',
        'inLanguage: lang,',
        "inLanguage: lang,\n    isPartOf: Object.values(import.meta.glob('../../content/posts/*plan.md', { query: '?raw', import: 'default', eager: true })),",
      ),
      // Scripts are files of their own, however short they are.
      project.edit('astro.config.mjs', 'rolldownOptions', 'assetsInlineLimit: 0, rolldownOptions'),
      // A script of a published text loads a withheld file.
      project.edit(TEA, 'Boil', '<script>load("/contract.png")</script> Boil'),
      // Withheld files stay.
      project.edit('src/build/output-audit.ts', 'await remove(output, file)', 'void file'),
    ];
    project.write({
      // A page of the owner reads the posts' folder by itself.
      'src/pages/all.json.ts':
        "const posts = import.meta.glob('../content/posts/*.md', { query: '?raw', import: 'default', eager: true });\nexport const GET = () => Response.json(posts);",
      // A script for developers shows them what is to come.
      'src/pages/script.astro':
        "---\nconst posts = import.meta.glob('../content/posts/*.md', { query: '?raw', import: 'default', eager: true });\n---\n<script>import plan from '../content/posts/2026-03-01-the-merger-plan.md?raw'; document.title = plan;</script>\n<script is:inline set:html={`window.posts = ${JSON.stringify(posts)}`} />",
    });
    const { succeeded, log } = await project.build();
    for (const { undo } of edits) undo();
    expect(succeeded).toBe(false);
    expect(log).toMatch(/2026-01-01-tea\.md:5\n.*Mallory wrote.* posts\/tea\/index\.html/i);
    expect(log).toMatch(/2026-04-01-handout\.md:\d\n.* rss\.xml/);
    expect(log).toMatch(/public\/contract\.png\n.* contract\.png/);
    expect(log).toMatch(/2026-01-01-tea\.md:5\n.* leads to public\/contract\.png, which is not in/);
    const ofDraft = byFile(log)[DRAFT];
    for (const output of [' all.json', ' script/index.html', ' posts/tea/index.html', '.js has']) {
      expect(ofDraft).toContain(output);
    }
    expect(project.hashes()).toEqual(whole);
  });
});

/** What the log says of each file. */
function byFile(log: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [, file = '', text = ''] of log.matchAll(
    /^(\S+?)(?::\d+)?\n((?: {2}.*(?:\n|$))+)/gm,
  )) {
    files[file] = (files[file] ?? '') + text;
  }
  return files;
}
