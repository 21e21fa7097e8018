import { describe, expect, it, vi } from 'vitest';
import { markdownProcessor } from '../../../src/markdown/processor.ts';
import { unreadableOf } from '../../../src/markdown/unreadable.ts';
import { textProblems } from '../../../src/check/text-problems.ts';

const packages = vi.hoisted(() => ({ installed: true }));

vi.mock('node:module', async (original) => {
  const module = await original<typeof import('node:module')>();
  return {
    ...module,
    createRequire: (url: string) => ({
      resolve: (name: string) =>
        module.createRequire(url).resolve(packages.installed ? name : `no-${name}`),
    }),
  };
});

/** What is told of a text in a file whose front matter has three lines. */
async function told(text: string) {
  const frontmatter: Record<string, unknown> = {};
  const renderer = await markdownProcessor.createRenderer({ syntaxHighlight: false });
  const { code } = await renderer.render(text, { frontmatter });
  const flaws = { missing: [], strays: [], unreadable: unreadableOf(frontmatter) };
  const source = { body: text, bodyLine: 4 };
  return { code, problems: textProblems('src/content/posts/x.md', source, flaws) };
}

describe('a formula that is no TeX is told with its line, and shown as it is written', () => {
  it.each([
    ['in a line', 'Text.\n\nSo $$\\frac{1}{$$ it is.', '\\frac{1}{', 6],
    ['in a block', '$$\nx^{2\n$$', 'x^{2', 5],
    ['with a word that TeX does not know', '$$\\nosuchword{x}$$ a', '\\nosuchword{x}', 4],
    ['the second of two', '$$x^2$$ and\n$$\\left( x$$ b', '\\left( x', 5],
    ['in a quotation', '> $$\n> a\n> x^{2\n> $$', 'a\nx^{2', 5],
  ])('%s', async (_, text, value, line) => {
    const { code, problems } = await told(text);
    expect(problems).toMatchObject([{ field: 'formula', value, line, missing: true }]);
    expect(code).toContain('<code');
  });

  it('one that can be read is not', async () => {
    expect(await told('$$\\frac{1}{2}$$ and\n\n$$\nx^2\n$$\n')).toMatchObject({ problems: [] });
  });
});

const fence = (diagram: string) => `Text.\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`;

describe('a diagram that Mermaid cannot read is told with the line of the mistake', () => {
  it.each([
    ['of no kind', 'grpah TD\n A-->B', 7, 'its first word is no kind of diagram'],
    ['without anything', '', undefined, 'its first word is no kind of diagram'],
    ['with an open arrow', 'graph TD\n A-->B\n B--', 9, 'got '],
    ['with an open bracket', 'graph TD\n A[x-->B\n B-->C', 9, 'Expecting '],
    ['with a stray word', 'sequenceDiagram\n A->>B: hi\n foo\n B->>A: yo', 9, 'Expecting '],
    ['with a stray sign', 'classDiagram\n A <|-- B\n A ??? C', 9, ''],
    ['of a grammar of the newer kind', 'gitGraph\n commit\n bad', 9, 'found `bad`'],
    ['after a comment', 'graph TD\n %% a note\n A-->B\n B--', 10, 'got '],
    ['with front matter', '---\ntitle: x\n---\ngraph TD\n A-->B\n B--', 12, 'got '],
    ['with a directive', '%%{init: {"theme": "dark"}}%%\ngraph TD\n A--', 9, 'got '],
    ['that belongs to another library', 'zenuml\n A.b()', 7, 'no kind of diagram'],
  ])('%s', async (_, diagram, line, message) => {
    const { code, problems } = await told(fence(diagram));
    expect(problems).toMatchObject([{ field: 'diagram', line, missing: true }]);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.message).not.toContain('\n');
    expect(code).toContain('class="language-mermaid"');
  });

  it('in a list, under another name, and beside one that is right', async () => {
    const text = `${fence('graph TD\n A-->B')}\n- Item\n\n  ~~~ Mermaid title="x"\n  graph TD\n   A--\n  ~~~\n`;
    expect((await told(text)).problems).toMatchObject([{ field: 'diagram', line: 15 }]);
  });

  it.each([
    'flowchart LR\n a["`x`"] --> b',
    'sequenceDiagram\n A->>B: hi',
    'classDiagram\n class A {\n +int x\n }',
    'stateDiagram-v2\n [*] --> A',
    'erDiagram\n A ||--o{ B : x',
    'gantt\n title A\n dateFormat YYYY-MM-DD\n section x\n a: 2014-01-01, 3d',
    'journey\n title x\n section y\n  Do: 5: Me',
    'mindmap\n  root((x))\n    a',
    'timeline\n title a\n 2002 : x',
    'quadrantChart\n title x\n x-axis a --> b',
    'sankey-beta\na,b,1',
    'xychart-beta\n x-axis [a,b]\n bar [1,2]',
    'kanban\n a[b]',
    'pie\n "a": 1',
  ])('and nothing of %s', async (diagram) => {
    expect((await told(fence(diagram))).problems).toEqual([]);
  });

  it('that there is nothing to draw with, where the package is not installed', async () => {
    packages.installed = false;
    const { code, problems } = await told(fence('graph TD\n A-->B'));
    packages.installed = true;
    expect(problems).toMatchObject([
      { field: 'diagram', line: 7, hint: '`npm install --save-prod mermaid` adds it.' },
    ]);
    expect(problems[0]).not.toHaveProperty('missing', true);
    expect(code).toContain('graph TD');
  });

  it('nor of one that is shown as code', async () => {
    const text = '````md\n```mermaid\ngrpah\n```\n````\n\n`mermaid`\n';
    expect((await told(text)).problems).toEqual([]);
  });
});
