import path from 'node:path';
import type { Problem } from '../lib/problem.ts';
import type { Leak } from './report.ts';

/** A reader of the report needs a few places of each source and a few files, not every one. */
const MOST_PLACES = 50;
const MOST_FILES = 20;

/**
 * What is told of leaks: for each source the words that were found, and for these the files they are
 * in, so that one cause is one problem.
 */
export function problemsOf(leaks: readonly Leak[]): Problem[] {
  const bySource = Map.groupBy(leaks, ({ file }) => file);
  return [...bySource].flatMap(([file, leaks]) => {
    if (file === undefined) return leaks.map(unplaced);
    const byWords = Map.groupBy(leaks, ({ words }) => words.toLowerCase());
    const all = [...byWords.values()].toSorted((a, b) => b.length - a.length);
    // Beside whole sentences of the same source a word is no coincidence.
    const isDoubtful = leaks.every(({ isShort }) => isShort);
    const problems = all.slice(0, MOST_PLACES).map((leaks) => problemOf(leaks, isDoubtful));
    const more = all.length - MOST_PLACES;
    if (more > 0) problems.push({ file, message: `and ${more} more places like these` });
    return problems;
  });
}

function unplaced({ output, words }: Leak): Problem {
  const message = `has words of something that is not for the public, nobody can say of what: “${words}”`;
  return { file: output, message };
}

function problemOf(leaks: readonly Leak[], isDoubtful: boolean): Problem {
  const [first] = leaks;
  const { file = '', line, words = '' } = first ?? {};
  const files = [...new Set(leaks.map(({ output }) => output))];
  const [where, rest] =
    files.length === 1
      ? [`${files.join()} has`, '']
      : [`${files.length} files have`, `, in ${representatives(files)}`];
  return {
    file,
    line,
    message: `is not for the public, but ${where} these words of it: “${words}”${rest}`,
    ...(isDoubtful && {
      hint: `No published text, template or library explains “${words}”. Where nothing of this file gets there, it is a coincidence: let a published text say it too, or change it here.`,
    }),
  };
}

/** The names of some files, of every kind one first, and how many more there are. */
function representatives(files: readonly string[]): string {
  const kindOf = (file: string) => `${file.split('/', 1)[0]}${path.posix.extname(file)}`;
  const byKind = [...Map.groupBy(files, kindOf).values()];
  const first = byKind.flatMap(([file = '']) => file);
  const names = [...new Set([...first, ...files])].slice(0, MOST_FILES);
  const more = files.length - names.length;
  return `${names.join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}
