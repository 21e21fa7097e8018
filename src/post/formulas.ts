import type { BrokenFormula } from '../markdown/math.ts';
import type { Problem } from '../problem.ts';

/**
 * What is to be said of formulas that readers see as code, because they do not parse.
 * @param file relative to the project's root
 */
export function formulaProblems(
  file: string,
  { body, bodyLine }: { body: string; bodyLine: number },
  formulas: readonly BrokenFormula[],
): Problem[] {
  return formulas.map(({ tex, message }) => {
    const value = tex.trim();
    // Liquid may have written it; then only the file is known.
    const index = body.indexOf(value);
    const line = index < 0 ? undefined : bodyLine + body.slice(0, index).split('\n').length - 1;
    return {
      file,
      line,
      field: 'formula',
      value,
      message: `is not TeX that can be read, and is shown as it is written: ${message}`,
    };
  });
}
