import { Appeal, tokensOf } from './appeal.ts';
import { fold, IGNORED } from './characters.ts';
import { withoutEntities } from './entities.ts';
import type { Content } from './output.ts';
import { PHRASE, type Run } from './run.ts';
import { scan, type Syntax } from './scan.ts';
import {
  forWords,
  placeKeys,
  type Hit,
  type Name,
  type Secrets,
  type SourceText,
} from './secrets.ts';

/** What is searched for, and where it comes from. */
export interface Origins {
  secrets: Secrets;
  texts: readonly SourceText[];
  names(): readonly Name[];
}

/** A stretch of an output file in which secrets stand. */
export interface Finding {
  /** Path below the output folder. */
  output: string;
  words: string;
  keys: Hit['key'][];
  kinds: Set<Hit['kind']>;
  /** Whether it stands in what readers or their programs read. */
  readable: boolean;
}

/** A finding, and the source that it comes from. */
export interface Leak {
  /** Relative to the project's root; none where nobody can say which it is. */
  file: string | undefined;
  line: number | undefined;
  output: string;
  words: string;
  /** Whether it is a name or a word, and not a stretch of text. */
  isShort: boolean;
}

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
      readable: hits.some(({ readable }) => readable),
    });
  }
  return [...findings.values()];
}

/**
 * Without what published texts explain after all. What stands as a term is one, whatever they say.
 * @param texts published texts
 */
export function withoutExplained(found: readonly Finding[], texts: () => string[]): Finding[] {
  const questions = new Map<string, Finding>();
  for (const finding of found) {
    if (!finding.kinds.has('term')) questions.set(questionOf(finding), finding);
  }
  if (questions.size === 0) return [...found];
  const asked = [...questions.values()].map((finding) => ({
    ...finding,
    tokens: tokensOf(finding.words),
  }));
  const appeal = new Appeal(texts(), {
    tokens: asked.flatMap(({ tokens }) => tokens),
    stems: asked.filter(isStem).map(({ tokens }) => tokens.join('')),
    titles: asked.flatMap(titlesOf),
  });
  const explained = new Set(
    asked
      .filter((finding) => {
        const { tokens, kinds } = finding;
        if (kinds.has('title') && !appeal.isTemplate(tokens)) {
          return titlesOf(finding).every((title) => appeal.isPart(title));
        }
        return (
          (tokens.length > 2 || !kinds.has('name')
            ? appeal.isText(tokens)
            : tokens.length === 2 && appeal.isInRow(tokens)) ||
          appeal.isSlug(tokens) ||
          (isStem(finding) && appeal.isStem(tokens.join('')))
        );
      })
      .map(questionOf),
  );
  return found.filter((finding) => !explained.has(questionOf(finding)));
}

function questionOf(finding: Finding): string {
  return `${[...finding.kinds].join()} ${isStem(finding)} ${finding.words}`;
}

function titlesOf({ keys, kinds }: Finding): string[] {
  return kinds.has('title') ? keys.map((key) => String(key).replace('title ', '')) : [];
}

/** Whether it stands in the search index, which writes words in its own way. */
function isStem({ output }: Pick<Finding, 'output'>): boolean {
  return /\.pf_\w+$/.test(output);
}

/**
 * The findings and their sources: for each pair of a source and an output file the longest. What is
 * found but has no source that can be named is a leak too.
 */
export function leaksOf(findings: readonly Finding[], origins: Origins): Leak[] {
  if (findings.length === 0) return [];
  const places = placesOf(new Set(findings.flatMap(({ keys }) => keys)), origins);
  const leaks = new Map<string, Leak>();
  for (const finding of findings) {
    if (isChance(finding, places)) continue;
    const { file, line } = likeliest(finding, places) ?? {};
    const { output, words, kinds } = finding;
    const pair = `${file}\0${output}`;
    if ((leaks.get(pair)?.words.length ?? 0) >= words.length) continue;
    leaks.set(pair, { file, line, output, words, isShort: !kinds.has('phrase') });
  }
  return [...leaks.values()];
}

interface Place {
  file: string;
  line: number | undefined;
  words: string;
}

/** Where in the sources the wanted secrets stand. */
function placesOf(wanted: ReadonlySet<Hit['key']>, { secrets, texts, names }: Origins) {
  const places = new Map<Hit['key'], Place[]>();
  const add = (key: Hit['key'], place: Place) => {
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
      forWords(run, undefined, (key, count) => found(run, count, key));
      if (run.isPhrase) found(run, PHRASE, run.phraseKey());
    });
  };
  // A file's text comes before its name: there the line is known.
  for (const text of texts) search(text);
  const all = names();
  for (const { file, line, name, kind } of all) {
    const keys = [...secrets.keysOf(name), ...(kind ? placeKeys({ name, kind }) : [])];
    for (const key of keys) add(key, { file, line, words: name });
  }
  for (const { name, file, line = 1 } of all) search({ file, line, text: name, syntax: 'code' });
  return places;
}

type Places = ReadonlyMap<Hit['key'], Place[]>;

/** Whether it is a single word that only has the number of a secret: hashes of words are short. */
function isChance({ words, keys }: Finding, places: Places): boolean {
  const [key = ''] = keys;
  const known = places.get(key) ?? [];
  if (keys.length > 1 || typeof key === 'string' || known.length === 0) return false;
  return !known.some((place) => sameWord(words, place.words));
}

/** The source that most of a finding comes from. */
function likeliest({ words, keys }: Finding, places: Places): Place | undefined {
  const counts = new Map<string, { count: number; place: Place }>();
  for (const key of keys) {
    for (const place of places.get(key) ?? []) {
      if (keys.length === 1 && typeof key === 'number' && !sameWord(words, place.words)) continue;
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
  return fold(word).toLowerCase().replace(IGNORED, '');
}

/** As a reader would see it: without markup, entities and escapes. */
function clean(text: string, syntax: Syntax): string {
  const isEscaped = syntax === 'json' || syntax === 'code';
  const plain = isEscaped ? text.replace(/\\(?:[nrt]|u([\da-f]{4})|(.))/gi, unescape) : text;
  const markup = withoutEntities(plain).replace(/<[^<>]*>/g, ' ');
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
