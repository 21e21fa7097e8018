import { describe, expect, it } from 'vitest';
import { brokenFormulasOf } from '../../src/markdown/math.ts';
import { markdownProcessor } from '../../src/markdown/processor.ts';
import { formulaProblems } from '../../src/post/formulas.ts';

/** What is told of the formulas of a text. */
async function told(text: string) {
  const frontmatter: Record<string, unknown> = {};
  const renderer = await markdownProcessor.createRenderer({ syntaxHighlight: false });
  const { code } = await renderer.render(text, { frontmatter });
  const broken = brokenFormulasOf(frontmatter);
  const source = { body: text, bodyLine: 4 };
  return { code, problems: formulaProblems('src/content/posts/x.md', source, broken) };
}

describe('a formula that is no TeX is told with its line, and shown as it is written', () => {
  it.each([
    ['in a line', 'Text.\n\nSo $$\\frac{1}{$$ it is.', '\\frac{1}{', 6],
    ['in a block', '$$\nx^{2\n$$', 'x^{2', 5],
    ['with a word that TeX does not know', '$$\\nosuchword{x}$$ a', '\\nosuchword{x}', 4],
    ['the second of two', '$$x^2$$ and\n$$\\left( x$$ b', '\\left( x', 5],
  ])('%s', async (_, text, value, line) => {
    const { code, problems } = await told(text);
    expect(problems).toMatchObject([{ field: 'formula', value, line }]);
    expect(code).toContain('<code');
  });
});

it('one that can be read is not', async () => {
  expect(await told('$$\\frac{1}{2}$$ and\n\n$$\nx^2\n$$\n')).toMatchObject({ problems: [] });
});
