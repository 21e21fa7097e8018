import type { Problem } from '../problem.ts';
import { Appeal, tokensOf } from './appeal.ts';
import { fold } from './characters.ts';
import { PHRASE, type Run } from './run.ts';
import type { Content } from './output.ts';
import { scan, type Syntax } from './scan.ts';
import type { Hit, Name, Secrets, SourceText } from './secrets.ts';

/** What is searched for, and where it comes from. */
export interface Origins {
  secrets: Secrets;
  texts: readonly SourceText[];
  names: readonly Name[];
}

/** A stretch of an output file in which secrets stand. */
export interface Finding {
  /** Path below the output folder. */
  output: string;
  words: string;
  keys: number[];
  kinds: Set<Hit['kind']>;
}

/** A reader of the report needs a few places of each file, not every one. */
const MOST_PLACES = 50;
/** Coincidences are few. */
const MOST_APPEALS = 100;

/**
 * Joins hits that overlap or follow each other into stretches.
 * @param content folded, as it was searched
 */
export function stretches(
  output: string,
  { text, syntax }: Content,
  hits: readonly Hit[],
): Finding[] {
  const found: { start: number; end: number; hits: Hit[] }[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && hit.start <= last.end + 1) {
      last.end = Math.max(last.end, hit.end);
      last.hits.push(hit);
    } else found.push({ start: hit.start, end: hit.end, hits: [hit] });
  }
  // What stands in a file many times over is told once.
  const findings = new Map<string, Finding>();
  for (const { start, end, hits } of found) {
    const words = clean(text.slice(start, end), syntax);
    const kinds = new Set(hits.map(({ kind }) => kind));
    findings.set(`${[...kinds].join()} ${words}`, {
      output,
      words,
      kinds,
      keys: hits.map(({ key }) => key),
    });
  }
  return [...findings.values()];
}

/**
 * One problem for each pair of an unpublished source and an output file.
 * @param published texts that may explain what was found after all
 */
export function report(
  found: readonly Finding[],
  origins: Origins,
  published: () => Iterable<string>,
): Problem[] {
  if (found.length === 0) return [];
  const findings = withoutExplained(found, new Appeal(published()));
  const places = placesOf(new Set(findings.flatMap(({ keys }) => keys)), origins);
  const problems = new Map<string, Problem>();
  const longest = new Map<string, number>();
  for (const finding of findings) {
    const place = likeliest(finding, places);
    if (!place) continue;
    const { file, line } = place;
    const { output, words } = finding;
    const pair = `${file}\0${output}`;
    if ((longest.get(pair) ?? 0) >= words.length) continue;
    longest.set(pair, words.length);
    const message = `is not for the public, but ${output} has these words of it: “${words}”`;
    problems.set(pair, { file, line, message });
  }
  return [...problems.values()];
}

/** The first of a file's many problems, and how many more there are. The same one is told once. */
export function atMost(all: readonly Problem[]): Problem[] {
  const problems = new Map(all.map((problem) => [keyOf(problem), problem]));
  const byFile = Map.groupBy(problems.values(), ({ file }) => file);
  return [...byFile].flatMap(([file, problems]) => {
    const more = problems.length - MOST_PLACES;
    if (more <= 0) return problems;
    const rest = { file, message: `and ${more} more places like these` };
    return [...problems.slice(0, MOST_PLACES), rest];
  });
}

/** What is wrong with a count is wrong on every page that shows it. */
function keyOf({ file, line, field, message }: Problem): string {
  return field === 'count' ? message : `${file}:${line} ${message}`;
}

/** Without what published texts explain after all. What stands as a tag is one, whatever they say. */
function withoutExplained(found: readonly Finding[], appeal: Appeal): Finding[] {
  const known = new Map<string, boolean>();
  return found.filter(({ kinds, words, output }) => {
    if (kinds.has('term')) return true;
    const isText = !kinds.has('name');
    const isStem = output.endsWith('.pf_index');
    const key = `${isText} ${isStem} ${words}`;
    let isExplained = known.get(key);
    if (isExplained === undefined) {
      if (known.size === MOST_APPEALS) return true;
      const tokens = tokensOf(words);
      isExplained =
        (isText && appeal.isText(tokens)) ||
        appeal.isSlug(tokens) ||
        (isStem && appeal.isStem(tokens));
      known.set(key, isExplained);
    }
    return !isExplained;
  });
}

interface Place {
  file: string;
  line: number | undefined;
  words: string;
}

/** Where in the sources the wanted secrets stand. */
function placesOf(wanted: ReadonlySet<number>, { secrets, texts, names }: Origins) {
  const places = new Map<number, Place[]>();
  const add = (key: number, place: Place) => {
    if (!wanted.has(key)) return;
    const known = places.get(key);
    if (!known) places.set(key, [place]);
    else if (known.every(({ file }) => file !== place.file)) known.push(place);
  };
  const search = ({ file, line, text, syntax }: SourceText) => {
    const folded = fold(text);
    const found = (run: Run, count: number, key: number) => {
      if (!wanted.has(key)) return;
      const start = run.start(count);
      const words = folded.slice(start, run.end);
      add(key, { file, line: line + folded.slice(0, start).split('\n').length - 1, words });
    };
    scan(folded, syntax, false, (run) => {
      found(run, 1, run.nameKey(1));
      if (run.isPhrase) found(run, PHRASE, run.phraseKey());
    });
  };
  // A file's text comes before its name: there the line is known.
  for (const text of texts) search(text);
  for (const { file, line, name } of names) {
    for (const key of secrets.keysOf(name)) add(key, { file, line, words: name });
  }
  for (const { name, file, line = 1 } of names) search({ file, line, text: name, syntax: 'code' });
  return places;
}

/** The source that most of a finding comes from. */
function likeliest({ words, keys }: Finding, places: ReadonlyMap<number, Place[]>) {
  const counts = new Map<string, { count: number; place: Place }>();
  for (const key of keys) {
    for (const place of places.get(key) ?? []) {
      // A single word is compared letter by letter: hashes of words are short.
      if (keys.length === 1 && !sameWord(words, place.words)) continue;
      const known = counts.get(place.file);
      if (known) {
        known.count++;
        if (known.place.line === undefined) known.place = place;
      } else counts.set(place.file, { count: 1, place });
    }
  }
  const [best] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  return best?.place;
}

function sameWord(a: string, b: string): boolean {
  const isPlain = (text: string) => /^[\p{L}\p{N}\p{M}]+$/u.test(text);
  return !isPlain(a) || !isPlain(b) || letters(a) === letters(b);
}

function letters(word: string): string {
  return fold(word).toLowerCase().replace(/\p{M}/gu, '');
}

/** As a reader would see it: without markup, entities and escapes. */
function clean(text: string, syntax: Syntax): string {
  const isEscaped = syntax === 'json' || syntax === 'code';
  const plain = isEscaped ? text.replace(/\\(?:[nrt]|u([\da-f]{4})|(.))/gi, unescape) : text;
  const markup = decode(decode(plain)).replace(/<[^<>]*>/g, ' ');
  const words = markup.replace(/\s+/g, ' ').trim();
  return words.length > 120 ? `${words.slice(0, 119)}…` : words;
}

function unescape(
  _escape: string,
  code: string | undefined,
  character: string | undefined,
): string {
  return code ? String.fromCharCode(Number.parseInt(code, 16)) : (character ?? ' ');
}

const CHARACTERS: Record<string, string> = { amp: '&', gt: '>', lt: '<', quot: '"' };

function decode(markup: string): string {
  return markup.replace(/&(amp|gt|lt|quot);/g, (_, name: string) => CHARACTERS[name] ?? '');
}
