import { gunzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePath } from '../../src/lib/url.ts';
import { compareMetadata } from '../support/site-metadata.ts';
import { picture, post, Project, type Files } from './project.ts';

/** How a post is published, or not: its folder and name, and lines of its front matter. */
interface Way {
  status: 'published' | 'unlisted' | 'hidden';
  place?: string;
  lines?: string;
}

const WAYS: Way[] = [
  { status: 'published' },
  { status: 'published', lines: 'published: yes' },
  { status: 'published', place: 'news/_posts/' },
  { status: 'unlisted', lines: 'unlisted: true' },
  { status: 'hidden', lines: 'published: false' },
  { status: 'hidden', lines: 'published: "No"' },
  { status: 'hidden', lines: 'published: OFF' },
  { status: 'hidden', lines: 'draft: true' },
  { status: 'hidden', lines: 'draft: true\nunlisted: true' },
  { status: 'hidden', lines: 'date: 2026-06-01 12:00:01 +0000' },
  { status: 'hidden', lines: 'published:' },
  { status: 'hidden', place: '_drafts/' },
  { status: 'hidden', place: 'news/drafts/' },
  { status: 'hidden', place: '_' },
  { status: 'hidden', place: '.' },
];

/** What the front matter of a page may say. */
const PAGES: Pick<Way, 'status' | 'lines'>[] = [
  { status: 'published' },
  { status: 'unlisted', lines: 'unlisted: true' },
  { status: 'hidden', lines: 'date: 2099-01-01' },
  { status: 'hidden', lines: 'published: no' },
  { status: 'hidden', lines: 'date: 2026-06-01 18:00\nunlisted: true' },
];

const OLD_LISTS = "['/page:num/', '/tag/:tag_slug/', '/category/:category/', '/:year/:month/']";
const COLLECTIONS = '{ books: { output: true, permalink: "/:title/" }, notes: {} }';

/** Shows all that Liquid knows of texts. */
const ALL = `---
title: All
---
{% for d in site.documents %}{{ d.title }} {{ d.url }} {{ d.content }} {{ d.excerpt }} {{ d.previous.title }} {{ d.next.title }}
{% endfor %}{% for p in site.pages %}{{ p.title }} {{ p.url }} {{ p.content }}
{% endfor %}{% for c in site.collections %}{% for d in c.docs %}{{ d.path }} {{ d.tags | join }} {% endfor %}{% endfor %}
{{ site.tags | map: 0 | join }} {{ site.static_files | map: "path" | join }} {{ site.notes | map: "title" | join }}
`;

/** What a body may be made of, each with a word of its own. */
const BLOCKS: ((word: string) => string)[] = [
  (word) => `Some **words** and ${word} in a sentence.`,
  (word) => `## A heading with ${word}`,
  (word) => '```js\nconst ' + word + ' = "x";\n```',
  (word) => `> Quoted: ${word}\n\n- one\n- ${word} two`,
  (word) => `A [link](https://example.com/${word} "${word}") and \`${word}\`.`,
  (word) => `| a | b |\n|---|---|\n| 1 | ${word} |`,
  (word) => `Text[^1] with a note.\n\n[^1]: The note: ${word}.`,
  (word) => `<div title="${word}">${word}</div>`,
  (word) => `{% highlight ruby %}\n${word} = 1\n{% endhighlight %}`,
  (word) => `{{ "${word}" | upcase }}`,
  (word) => `:::note\n${word}\n:::`,
];

const blog = fc.array(
  fc.record({
    way: fc.constantFrom(...WAYS),
    tags: fc.subarray(['shared', 'common', 'C++']),
    blocks: fc.subarray(BLOCKS, { minLength: 1 }),
    hasOwnTag: fc.boolean(),
    pictures: fc.subarray(['cover', 'beside', 'public', 'html']),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  { minLength: 60, maxLength: 90 },
);

/** A draft that is a published post without its code: what a search record leaves out joins no secret. */
const rewritten = (['published', 'hidden'] as const).map((status) => ({
  way: status === 'hidden' ? { status, lines: 'draft: true' } : { status },
  tags: ['shared'],
  blocks: BLOCKS.filter((_, i) => [0, 4].includes(i) || (i === 2 && status === 'published')),
  hasOwnTag: true,
  pictures: [],
  day: 1,
}));

it('no byte of the output comes from what is not published', async () => {
  await fc.assert(
    fc.asyncProperty(blog, async (posts) => {
      const secrets = new Map<string, string>();
      const expected = new Set<string>();
      const hiddenPictures = new Map<string, string>();
      const files: Files = {};
      let count = 0;
      for (const [i, { way, tags, blocks, hasOwnTag, pictures, day }] of posts.entries()) {
        const { status, place = '', lines = '' } = way;
        const folder = place.endsWith('/') ? place : '';
        const mark = folder === '' ? place : '';
        const own: string[] = [];
        /** A word that nothing else has, and that no stemmer changes. */
        const word = () => {
          const name = `zq${(count++).toString(16).replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}xq`;
          own.push(name);
          return name;
        };
        const slug = `post-${word()}`;
        const page = `posts/${slug}`;
        const file = `${folder}${mark}2026-0${1 + (i % 5)}-${String(day).padStart(2, '0')}-${slug}.md`;
        const addPicture = async (where: string) => {
          const name = `${word()}.png`;
          const bytes = await picture(10 + (count % 90), 10 + Math.floor(count / 90), i);
          files[where + name] = bytes;
          if (status === 'hidden') hiddenPictures.set(sha(bytes), name);
          return name;
        };
        const body = blocks.map((block) => block(word()));
        const front = [`title: On ${word()} and others`, `description: About ${word()}.`, lines];
        front.push(`tags: [${[...tags, ...(hasOwnTag ? [word()] : [])].join(', ')}]`);
        front.push(`redirect_from: /old/${word()}/`, `guid: urn:${word()}`, `series: On ${word()}`);
        for (const kind of pictures) {
          if (kind === 'cover') front.push(`image: /images/${await addPicture('public/images/')}`);
          if (kind === 'beside') body.push(`![x](./${await addPicture(post(folder))})`);
          if (kind === 'public') body.push(`![x](/images/${await addPicture('public/images/')})`);
          if (kind === 'html')
            body.push(`<img src="/images/${await addPicture('public/images/')}">`);
        }
        if (status === 'published') expected.add(own[0] ?? '');
        else for (const name of own) secrets.set(name, status === 'hidden' ? '' : page);
        // What an author writes for themselves is as secret in a published post.
        const note = `zqnote${i}xq`;
        secrets.set(note, '');
        body.push(`Before. <!-- ${note} --> After.`, `{% comment %}${note}{% endcomment %}`);
        front.push(`internal_note: ${note}`);
        files[post(file)] = `---\n${front.filter(Boolean).join('\n')}\n---\n${body.join('\n\n')}\n`;
        files[`${post(file)}~`] = `A backup with zqbackup${i}xq.\n`;
        secrets.set(`zqbackup${i}xq`, '');
      }
      const places = ['', '_books/', '_notes/'];
      for (const [i, [{ status, lines = '' }, place]] of PAGES.flatMap((page) =>
        places.map((place) => [page, place] as const),
      ).entries()) {
        const [name, ...own] = ['name', 'title', 'text', 'old'].map((what) => `zq${what}${i}xq`);
        // Pages of HTML pass the same gate.
        files[`src/content/pages/${place}${name}.${i % 2 === 0 ? 'md' : 'html'}`] =
          `---\ntitle: On ${own[0]}\nredirect_from: /old/${own[2]}/\n${lines}\n---\nA text with ${own[1]}.\n`;
        if (status === 'published') expected.add(`zqtitle${i}xq`);
        else
          for (const one of [name ?? '', ...own])
            secrets.set(one, status === 'hidden' ? '' : (name ?? ''));
      }

      // What lists all that there is.
      files['src/content/pages/all.md'] = ALL;

      const project = new Project(files);
      project.edit(
        'src/site.config.ts',
        'defineSite({',
        `defineSite({ collections: ${COLLECTIONS}, lists: { alias: ${OLD_LISTS} },`,
      );
      try {
        const { succeeded, log } = await project.build();
        if (!succeeded) throw new Error(log);
        const found = new Set<string>();
        for (const [name, bytes] of project.files()) {
          expect(hiddenPictures.get(sha(bytes)), name).toBeUndefined();
          for (const canary of canariesOf(name, bytes)) {
            found.add(canary);
            const page = secrets.get(canary);
            const isOwn = page !== undefined && page !== '' && isPageOf(name, page, bytes);
            if (page !== undefined && !isOwn) throw new Error(`${canary} is in ${name}`);
          }
        }
        for (const canary of expected) expect(found).toContain(canary);
        const { faults, items } = compareMetadata(
          `${project.root}/dist`,
          'https://galley.example/',
        );
        expect(faults).toEqual([]);
        expect(items).toBeGreaterThan(0);
      } finally {
        project.remove();
      }
    }),
    { numRuns: 4, endOnFailure: true, examples: [[rewritten]] },
  );
});

/** All canaries in a file's name and bytes, however they are packed or escaped. */
function canariesOf(name: string, bytes: Buffer): string[] {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text =
    `${name}\n${(isPacked ? gunzipSync(bytes) : bytes).toString('latin1')}`.toLowerCase();
  return `${text}\n${decodePath(text)}`.match(/zq[a-z0-9]+?xq/g) ?? [];
}

/** Whether a file belongs to the page of an unlisted post or page: the page, its pictures, ways that lead there. */
function isPageOf(name: string, page: string, bytes: Buffer): boolean {
  if (name === `${page}/index.html`) return true;
  if (/\.(png|webp|avif)$/.test(name)) return true;
  return name.startsWith('old/') && bytes.includes(`/${page}/`);
}

function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
