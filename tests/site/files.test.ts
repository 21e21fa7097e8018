import { symlinkSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { picture, post, Project, type Files } from './project.ts';

/** How a post may refer to a picture: what its text and front matter say, and where the file lies. */
interface Form {
  file: (name: string) => string;
  text?: (name: string) => string;
  front?: (name: string) => string;
}

const inPublic = (name: string) => `public/img/${name}.png`;

const FORMS: Record<string, Form> = {
  markdown: { file: inPublic, text: (name) => `![x](/img/${name}.png)` },
  query: { file: inPublic, text: (name) => `![x](/img/${name}.png?v=1.2)` },
  escapes: {
    file: (name) => `public/img/a_${name}.png`,
    text: (name) => `![x](/img/a\\_${name}.png)`,
  },
  entities: {
    file: inPublic,
    text: (name) => `<img src="/img/&#${name.charCodeAt(0)};${name.slice(1)}&#46;png" alt="x">`,
  },
  blanks: {
    file: (name) => `public/img/a (${name}).png`,
    text: (name) => `![x](</img/a (${name}).png>)`,
  },
  percent: {
    file: (name) => `public/img/ä ${name}.png`,
    text: (name) => `![x](/img/%C3%A4%20${name}.png)`,
  },
  liquid: { file: inPublic, text: (name) => `{% assign n = "${name}" %}![x](/img/{{ n }}.png)` },
  loop: {
    file: (name) => `public/img/${name}-2.png`,
    text: (name) => `{% for i in (2..2) %}![x](/img/${name}-{{ i }}.png){% endfor %}`,
  },
  whole: { file: inPublic, text: (name) => `![x](HTTPS://Galley.example/img/${name}.png)` },
  reference: { file: inPublic, text: (name) => `![x][${name}]\n\n[${name}]: /img/${name}.png` },
  sizes: {
    file: inPublic,
    text: (name) => `<img src="/dot.gif" srcset="/img/${name}.png 2x" alt="x">`,
  },
  style: {
    file: inPublic,
    text: (name) => `<div style="background: url('/img/${name}.png')">x</div>`,
  },
  drawing: {
    file: (name) => `public/img/${name}.svg`,
    text: (name) => `<svg><use href="/img/${name}.svg#icon.a"/></svg>`,
  },
  folder: { file: (name) => `public/w/${name}/leaf.png`, text: (name) => `[x](/w/${name}/)` },
  film: {
    file: inPublic,
    text: (name) => `<video poster="/img/${name}.png" src="/dot.mp4"></video>`,
  },
  download: {
    file: (name) => `public/img/${name}.pdf`,
    text: (name) => `[x](/img/${name}.pdf#page=2)`,
  },
  cover: { file: inPublic, front: (name) => `image: /img/${name}.png` },
  yaml: {
    file: inPublic,
    front: (name) => `image: "/img/\\x${name.charCodeAt(0).toString(16)}${name.slice(1)}.png"`,
  },
  linked: { file: (name) => `elsewhere/${name}.png`, text: (name) => `![x](/linked/${name}.png)` },
  beside: {
    file: (name) => post(`pictures/${name}.png`),
    text: (name) => `![x](./pictures/${name}.png)`,
  },
};

const OWNERS = ['draft', 'published', 'both', 'lookalike'] as const;

const blog = fc.shuffledSubarray(
  Object.keys(FORMS).flatMap((form) => OWNERS.map((owner) => ({ form, owner }))),
  { minLength: 60 },
);

it('every picture that only drafts show is withheld, every one that a published post shows is there', async () => {
  await fc.assert(
    fc.asyncProperty(blog, async (uses) => {
      const files: Files = { 'public/dot.gif': 'x', 'public/dot.mp4': 'x' };
      const secret = new Map<string, string>();
      const shown = new Map<string, string>();
      for (const [i, { form, owner }] of uses.entries()) {
        const { file, text, front } = FORMS[form] ?? FORMS['markdown'] ?? { file: inPublic };
        const name = `q${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}${form}`;
        const bytes = /\.(?:svg|pdf)$/.test(file(name))
          ? Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" id="n${i}"><g id="icon.a"/></svg>`)
          : await picture(20 + i, 20, i);
        files[file(name)] = bytes;
        if (form === 'folder') files[`public/w/${name}/index.html`] = '<img src="leaf.png" alt="">';
        const write = (id: string, status: string) => {
          files[post(`2026-0${status === 'draft' ? 1 : 2}-01-${id}.md`)] =
            `---\ntitle: Post ${id}\n${status === 'draft' ? 'published: false\n' : ''}${front?.(name) ?? ''}\n---\nA text.\n\n${text?.(name) ?? ''}\n`;
        };
        if (owner !== 'published') write(`d-${name}`, 'draft');
        if (owner === 'published' || owner === 'both') write(`p-${name}`, 'published');
        // What looks like a reference and is none: code, another site, another folder.
        if (owner === 'lookalike') {
          const base = path.posix.basename(file(name));
          files[post(`2026-02-01-l-${name}.md`)] =
            `---\ntitle: Look ${i}\n---\n\`![x](/img/${base})\` and <https://example.com/img/${encodeURIComponent(base)}>\n`;
        }
        (owner === 'draft' || owner === 'lookalike' ? secret : shown).set(
          sha(bytes),
          `${form} ${owner}`,
        );
      }
      const project = new Project(files);
      try {
        symlinkSync('../elsewhere', path.join(project.root, 'public/linked'));
        const { succeeded, log } = await project.build();
        if (!succeeded) throw new Error(log);
        const output = new Map(project.files().map(([name, bytes]) => [sha(bytes), name]));
        const leaked = [...secret].filter(([bytes]) => output.has(bytes));
        expect(leaked.map(([, what]) => what)).toEqual([]);
        // A picture beside a post is in the site in other sizes.
        const missing = [...shown].filter(
          ([bytes, what]) => !output.has(bytes) && !what.startsWith('beside'),
        );
        expect(missing.map(([, what]) => what)).toEqual([]);
        expect(log).not.toContain('expected the address of a page or file');
      } finally {
        project.remove();
      }
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
