import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isFormulaKey, type Formulas } from '../../jekyll/kramdown/formulas.ts';
import { INCLUDES_FOLDER } from '../../site/paths.ts';
import type { Plan } from './plan.ts';

/** How an old site showed formulas. */
export interface OldFormulas {
  /** What every text is to have as its `math`. */
  everywhere?: Formulas | true;
  /** A sentence for the report. */
  note?: string;
}

/** What is larger is a library. */
const LARGEST = 100_000;

const SCRIPT = /(?:src\s*=\s*["'][^"']*(?:mathjax|katex)|\brenderMathInElement\b|\bMathJax\b)/i;
/** `$` as what formulas stand between: `inlineMath: [['$', '$']]`, `{left: '$', right: '$'}`. */
const DOLLARS = /\[\s*["']\$["']\s*,\s*["']\$["']\s*\]|\bleft["']?\s*:\s*["']\$["']/;
/** MathJax or KaTeX for those texts alone whose front matter asks for it. */
const GUARDED =
  /\{%-?\s*if\s+(?:page|post)\.([\w-]+)[^%]*%\}(?:(?!\{%-?\s*endif)[^])*?(?:mathjax|katex)/gi;

/** Finds out whether the layouts of an old site load MathJax or KaTeX, for which texts, and whether `$` counts. */
export function oldFormulas({
  source,
  others,
  rest,
}: Pick<Plan, 'source' | 'others' | 'rest'>): OldFormulas {
  const templates = [
    ...rest.map(({ name }) => name).filter((name) => /\.html?$/i.test(name)),
    ...others
      .filter(({ from, to }) => to.startsWith(INCLUDES_FOLDER) || /\.m?js$/i.test(from))
      .map(({ from }) => from),
  ].flatMap((name) => {
    const file = path.join(source, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() && stats.size <= LARGEST ? readFileSync(file, 'utf8') : [];
  });
  const loading = templates.filter((text) => SCRIPT.test(text));
  if (loading.length === 0) return {};
  const hasDollars = loading.some((text) => DOLLARS.test(text));
  const signs = hasDollars ? '`$`, `$$`, `\\\\(` and `\\\\[`' : '`$$`, `\\\\(` and `\\\\[`';
  const keys = [
    ...new Set(
      templates.flatMap((text) => Array.from(text.matchAll(GUARDED), ([, key = '']) => key)),
    ),
  ];
  if (keys.length === 0) {
    return {
      everywhere: hasDollars || 'tex',
      note: `Formulas between ${signs} are MathML now: \`math\` in \`defaults\` says so for all texts.`,
    };
  }
  const unknown = keys.filter((key) => !isFormulaKey(key));
  return {
    note:
      unknown.length === 0
        ? `Formulas between ${signs} are MathML now where a text says \`${keys.join(': true` or `')}: true\`.`
        : `The old site loaded formulas where a text says \`${unknown.join('` or `')}\`: write \`math: true\` there.`,
  };
}
