import type { Unreadable } from '../markdown/unreadable.ts';
import type { Problem } from '../lib/problem.ts';
import { missingFiles, type Text } from './missing-files.ts';
import { strayTags } from './stray-tags.ts';

/** What its rendering shows to be wrong with a text. */
export interface Flaws {
  /** Addresses for which there is no file. */
  missing: readonly string[];
  /** Tags without their counterpart. */
  strays: readonly string[];
  unreadable: readonly Unreadable[];
}

/**
 * What is to be said of a text once it is rendered. Nothing of it stops a build.
 * @param file relative to the project's root
 */
export function textProblems(file: string, text: Text, flaws: Flaws): Problem[] {
  return [
    ...missingFiles(file, text, flaws.missing),
    ...strayTags(file, text, flaws.strays),
    ...unreadableParts(file, text, flaws.unreadable),
  ];
}

function unreadableParts(file: string, text: Text, parts: readonly Unreadable[]): Problem[] {
  return parts.map(({ line = 1, ...part }) => {
    const value = part.value.trim();
    const first = lineOf(text, value, part.field === 'diagram' ? '[ \\t]*$' : '');
    return { ...part, file, line: first && first + line - 1, value };
  });
}

/** Where it stands, also in a list or a quotation. Liquid may have written it; then only the file is known. */
function lineOf({ body, bodyLine }: Text, value: string, end: string): number | undefined {
  if (value === '') return undefined;
  const lines = value.split('\n').map((line) => RegExp.escape(line.trim()));
  const place = new RegExp(lines.join('[ \\t]*\\n[ \\t>]*') + end, 'm').exec(body);
  return place ? bodyLine + body.slice(0, place.index).split('\n').length - 1 : undefined;
}
