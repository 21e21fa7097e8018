import type { KeyProblem, Problem } from '../lib/problem.ts';
import { lineInConfig } from '../site/define.ts';
import { CONFIG_FILE } from '../site/paths.ts';
import type { FrontMatter } from '../jekyll/rules/front-matter.ts';
import { isNameOfPlace } from './gate-place.ts';

/**
 * Says where the keys of a file stand: in its front matter, or in the defaults of the configuration.
 * @param file relative to the project's root
 */
export function placeKeys(
  file: string,
  { data, lineOf }: Pick<FrontMatter, 'data' | 'lineOf'>,
): (problem: KeyProblem) => Problem {
  return (problem) => {
    const { field, line } = problem;
    if (line !== undefined || isNameOfPlace(field)) return { file, ...problem };
    if (Object.hasOwn(data, field)) return { file, line: lineOf(field), ...problem };
    const [key = ''] = field.split('.');
    return Object.hasOwn(data, key) || field === ''
      ? { file, line: lineOf(key), ...problem }
      : { file: CONFIG_FILE, line: lineInConfig(['defaults', 'values', key]), ...problem };
  };
}
