import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeFailure, mdxProblems, proseOf } from '../../../src/dialect/mdx.ts';

const FILE = 'src/content/posts/trip/2026-01-01-a.mdx';
let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'galley-mdx-'));
  const folder = path.join(root, path.dirname(FILE));
  mkdirSync(folder, { recursive: true });
  for (const name of ['Chart.astro', 'data.ts', 'cup.png']) {
    writeFileSync(path.join(folder, name), '');
  }
});

/** The front matter is taken to have ten lines. */
const problemsIn = (body: string) => mdxProblems(root, FILE, { body, bodyLine: 11 });

describe('nothing is wrong with', () => {
  it.each([
    ['text', 'Boil it.'],
    [
      'components that are imported',
      'import Chart from "./Chart.astro";\n\n<Chart a={1}>*x*</Chart>',
    ],
    ['what Astro has', '<Fragment>a</Fragment>'],
    [
      'components that the file hands to itself',
      'export const components = { Box: (props) => <p>{props.a}</p> };\n\n<Box a="b" />',
    ],
    [
      'components that are made here',
      'export const Box = (props) => <div>{props.a}</div>\n\n<Box a="b" />',
    ],
    ['parts of an imported object', 'import * as charts from "./data";\n\n<charts.Bar />'],
    ['elements of HTML and of the reader’s own', '<div><galley-map /></div>'],
    [
      'imports of packages, with a query, without an ending',
      'import a from "a";\nimport b from "./cup.png?url";\nimport "./data";\n\nText',
    ],
    ['what Vite finds by a pattern', 'export const a = import.meta.glob("./*.md");'],
    ['a formula', '$$\n\\frac{2 a}{b}\n$$\n\nand $$x^{2y}$$'],
    ['what is shown as code', '```\nimport a from\n<Nobody>\n```\n\n`{a b}`'],
    ['a word that begins a paragraph', 'We import tea from "./China".'],
  ])('%s', (_what, body) => {
    expect(problemsIn(body)).toEqual([]);
  });
});

describe('told with its line in the file is', () => {
  it.each([
    ['a stray <', 'Text\n\nif a <3 b', 13, 'Unexpected character'],
    ['an open brace', 'Text\n\n{a', 13, 'Unexpected end of file in expression'],
    ['a mistake in an expression', 'Text\n\nis {a b}', 13, 'Expected `,` or `)`'],
    ['an open element', '<Chart>\n\ntext', 11, 'Expected a closing tag'],
    ['a comment of HTML', 'Text\n\n<!-- a -->', 13, 'to create a comment in MDX'],
    ['a mistake in an export', 'Text\n\nexport const a = ;', 13, 'Could not parse esm'],
  ])('%s', (_what, body, line, message) => {
    expect(problemsIn(body)).toMatchObject([
      { file: FILE, line, message: expect.stringContaining(message) },
    ]);
    expect(problemsIn(body)[0]?.message).not.toMatch(/\d+:\d+: |mdxjs?-/);
  });

  it('every component that nobody defines, and every import of a file that is not there', () => {
    const body =
      'import Chart from "./Chart.astro";\nimport {\n  b,\n} from \'../none.ts\';\n\nA <Foo/>\n\n- <bar.Baz>x</bar.Baz>\n- <Foo/>\n';
    expect(problemsIn(body)).toMatchObject([
      { line: 16, field: 'component', value: 'Foo' },
      { line: 18, field: 'component', value: expect.stringMatching(/^bar/) },
      { line: 14, field: 'import', value: '../none.ts' },
    ]);
  });
});

it('the prose of an MDX file is what has no code in it', () => {
  expect(proseOf('import a from "a";\n\nOne.\n\n<A/>\n\n$$\\frac{1 a}{2}$$ two.')).toBe(
    'One.\n\n$$\\frac{1 a}{2}$$ two.',
  );
});

describe('code that fails is told with the line of', () => {
  const code = 'import a from "./a";\n\nThe tea {a.cup} and\nthe {tea} is <b>{a.pot.lid}</b>.';
  it.each([
    ['a name that nothing has', code, 'tea is not defined', 14],
    ['a name that others hold', 'import b from "./cd";\n\n{b.ac}\n\n{c}', 'c is not defined', 15],
    ['what is no function', code, 'a.cup is not a function', 13],
    ['a property of nothing', code, "Cannot read properties of undefined (reading 'lid')", 14],
    [
      'an import',
      code,
      "The requested module './a' does not provide an export named 'default'",
      11,
    ],
    ['its words', 'Milk\n\n{cup()}\n\n{(() => { throw Error("No milk") })()}', 'No milk', 15],
    ['the only place where some is shown', 'import A from "a";\n\n*a*\n\n- <A />', 'no', 15],
    ['no place where it can be any', code, 'no', undefined],
  ])('%s', (_what, body, reason, line) => {
    const problem = codeFailure(FILE, { body, bodyLine: 11 }, reason);
    expect(problem).toEqual({ file: FILE, line, message: `its code cannot be run: ${reason}` });
  });
});
