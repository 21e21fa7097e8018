import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { oldFormulas } from '../../../src/cli/import/old-formulas.ts';
import { planImport } from '../../../src/cli/import/plan.ts';

let site: string;
afterEach(() => rmSync(site, { recursive: true }));

function formulasIn(files: Record<string, string>) {
  site = mkdtempSync(path.join(tmpdir(), 'galley-formulas-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), text);
  }
  return oldFormulas(planImport(site, {}));
}

const LOAD = '<script src="https://cdn.example/mathjax@3/es5/tex-chtml.js"></script>';
const DOLLARS = "<script>MathJax = {tex: {inlineMath: [['$', '$'], ['\\\\(', '\\\\)']]}};</script>";
const KATEX = 'renderMathInElement(document.body, {delimiters: [{left: "$", right: "$"}]});';

it.each<[Record<string, string>, true | 'tex' | undefined, string | undefined]>([
  [{ '_layouts/post.html': '{{ content }}' }, undefined, undefined],
  [{ '_layouts/post.html': 'On MathJacks and cats.' }, undefined, undefined],
  [{ '_layouts/default.html': LOAD }, 'tex', '`$$`'],
  [{ '_includes/head.html': LOAD + DOLLARS }, true, '`$`'],
  [{ '_layouts/post.html': LOAD, 'assets/math.js': 'window.' + DOLLARS }, true, '`$`'],
  [{ '_includes/foot.html': `<link href="katex.css"><script>${KATEX}</script>` }, true, '`$`'],
  [
    { '_includes/head.html': `{% if page.mathjax %}${LOAD}${DOLLARS}{% endif %}` },
    undefined,
    '`mathjax: true`',
  ],
  [
    {
      '_includes/math.html': LOAD + DOLLARS,
      '_layouts/post.html': '{% if page.sums == true %}{% include mathjax.html %}{% endif %}',
    },
    undefined,
    '`sums`: write `math: true`',
  ],
  [{ 'talk/index.html': LOAD + DOLLARS }, undefined, undefined],
])('%j', (files, everywhere, said) => {
  const { note, ...found } = formulasIn(files);
  expect(found.everywhere).toBe(everywhere);
  if (said === undefined) expect(note).toBeUndefined();
  else expect(note).toContain(said);
});
