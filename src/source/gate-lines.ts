import { looksLike } from '../lib/look-alike.ts';
import type { KeyProblem } from '../lib/problem.ts';
import { readFlag } from '../jekyll/rules/flag.ts';
import { FLAGS, hides, type Flag } from './gate-keys.ts';
import { toPlain } from '../jekyll/rules/yaml.ts';

/** Front matter as it was written. */
export interface Written {
  /** From the first line of the file. */
  yaml: string;
  /** The values of each key that stands more than once. */
  repeats: ReadonlyMap<string, readonly unknown[]>;
}

/** Deciding keys that stand twice with different values. YAML would take the last. */
export function* contradictions({ repeats }: Written): Generator<KeyProblem> {
  for (const [key, values] of repeats) {
    const isFlag = FLAGS.some((flag) => flag === key);
    if (!isFlag && key !== 'date') continue;
    const meanings = values.map((value) =>
      JSON.stringify((isFlag ? readFlag(value) : undefined) ?? toPlain(value)),
    );
    if (new Set(meanings).size === 1) continue;
    yield {
      field: key,
      message: `stands more than once, with different values: ${meanings.join(', ')}`,
      hint: 'Keep the one that is meant.',
    };
  }
}

/** A line that reads like a deciding key and its value, wherever it stands. */
const LINE =
  /^(?!\s*#(?!\+))[\s\W]*(?:[\w-]+\.)*(published|draft|unlisted)\W*?\s*[:=]\s*["']?([a-z]+)["']?\s*,?\s*(?:#.*)?$/;

/**
 * Lines that would hold the post back, if they were not a part of something else: swallowed by an
 * open quotation or a block of text, indented below another key, or without a blank.
 * @param isKnown whether the front matter says so by a key that counts, or that is told anyway
 */
export function* lostLines(
  { yaml }: Written,
  isKnown: (flag: Flag) => boolean,
): Generator<KeyProblem> {
  if (!/[^ -~\s]|published|draft|unlisted/i.test(yaml)) return;
  for (const [i, raw] of yaml.split(/\r\n?|\n/).entries()) {
    const [, word, value] = LINE.exec(looksLike(raw)) ?? [];
    const flag = FLAGS.find((flag) => flag === word);
    if (!flag || !hides(flag, value) || isKnown(flag)) continue;
    yield {
      line: i + 1,
      field: flag,
      message:
        'this line has no effect where it stands, but reads as if it should hold the post back',
      hint: `Write \`${flag}: ${value}\` without indentation, on a line of its own; look for an open quotation or a block of text above it.`,
    };
  }
}
