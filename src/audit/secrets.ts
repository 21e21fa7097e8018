import { PhraseSet } from './phrase-set.ts';
import { PHRASE, type Run } from './run.ts';
import { fold, scan, type Syntax } from './scan.ts';

/** A text, and where it comes from. */
export interface SourceText {
  /** Path relative to the project's root. */
  file: string;
  /** Line of the file on which the text begins, counted from 1. */
  line: number;
  text: string;
  syntax: Syntax;
}

/** A title, slug, file name, address or term of something that is not published. */
export interface Name {
  file: string;
  line?: number | undefined;
  name: string;
  /** A term keeps being a secret as a term when it is also a word that published texts contain. */
  isTerm?: boolean;
}

/** A word by itself says something from this length on; a name does from the next. */
const LONG_WORD = 5;
const LONG_NAME = 3;
/** Names of more tokens are found by their phrases. */
const LONGEST_NAME = PHRASE - 1;

/**
 * What only unpublished sources contain:
 * - `phrases`: any four tokens in a row, three of them words
 * - `words`: single words of five letters or more
 * - `names`: titles, slugs, file names, addresses and terms of one to three tokens
 * - `terms`: tags and categories, also where they are words that published texts use
 */
export class Secrets {
  readonly phrases = new PhraseSet();
  readonly words = new PhraseSet();
  readonly names = new PhraseSet();
  readonly terms = new PhraseSet();
  /** Words that dates are written with, which the site writes by itself. */
  readonly #calendar: ReadonlySet<string>;

  constructor(calendar: ReadonlySet<string>) {
    this.#calendar = calendar;
  }

  get isEmpty(): boolean {
    const { phrases, words, names, terms } = this;
    return [phrases, words, names, terms].every(({ keys }) => keys.size === 0);
  }

  addText({ text, syntax }: SourceText): void {
    scan(fold(text), syntax, false, (run) => {
      if (run.size >= LONG_WORD) this.words.add(run.nameKey(1));
      if (run.isPhrase()) this.phrases.add(run.phraseKey());
    });
  }

  addName({ name, isTerm = false }: Name): void {
    for (const key of this.keysOf(name)) {
      this.names.add(key);
      if (isTerm) this.terms.add(key);
    }
    this.addText({ text: name, syntax: 'code', file: '', line: 1 });
  }

  /** The numbers of a name of up to three tokens, as it is written and as a slug writes it. */
  keysOf(name: string): number[] {
    if (this.#isCommon(name)) return [];
    let keys: number[] = [];
    scan(fold(name), 'code', false, (run) => {
      const { length } = run;
      keys = length > LONGEST_NAME ? [] : [run.nameKey(length), run.nameKey(length, true)];
    });
    return keys;
  }

  /** Names that anything may have: numbers, dates, one or two letters. */
  #isCommon(name: string): boolean {
    const tokens = fold(name).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const isCommon = (token: string) => /^\p{N}+$/u.test(token) || this.#calendar.has(token);
    return tokens.every(isCommon) || tokens.join('').length < LONG_NAME;
  }

  /** Prepares for `clear` and `find`. */
  index(): void {
    for (const set of [this.phrases, this.words, this.names, this.terms]) set.index();
  }

  /** Takes out what a published text contains too. */
  clear({ text, syntax }: Pick<SourceText, 'text' | 'syntax'>): void {
    const { phrases, words, names } = this;
    scan(fold(text), syntax, false, (run) => {
      if (words.mayHave(run.t0)) words.delete(run.nameKey(1));
      const longest = Math.min(run.length, LONGEST_NAME);
      for (let count = 1; count <= longest; count++) {
        if (names.mayHave(run.nameHash(count))) names.delete(run.nameKey(count));
        // A published title can become a slug.
        if (count > 1 && names.mayHave(run.nameHash(count, true))) {
          names.delete(run.nameKey(count, true));
        }
      }
      if (run.length >= PHRASE && phrases.mayHave(run.phraseHash())) phrases.delete(run.phraseKey());
    });
  }
}

/** A secret that was found in a text. */
export interface Hit {
  key: number;
  start: number;
  end: number;
}

/**
 * Finds secrets in a folded text of the output.
 * @param syntax how it is written; single words and names are looked for in what readers read
 */
export function find(secrets: Secrets, text: string, syntax: Syntax): Hit[] {
  const { phrases, words, names, terms } = secrets;
  const hits: Hit[] = [];
  const hit = (run: Run, count: number, key: number) =>
    hits.push({ key, start: run.start(count), end: run.end });
  scan(text, syntax, true, (run) => {
    if (run.length >= PHRASE && phrases.mayHave(run.phraseHash())) {
      const key = run.phraseKey();
      if (phrases.has(key)) hit(run, PHRASE, key);
    }
    if (words.mayHave(run.t0) && run.readable) {
      const key = run.nameKey(1);
      if (words.has(key)) hit(run, 1, key);
    }
    const longest = Math.min(run.length, LONGEST_NAME);
    for (let count = 1; count <= longest; count++) {
      const hash = run.nameHash(count);
      const mayBeName = names.mayHave(hash);
      if (!mayBeName && !terms.mayHave(hash)) continue;
      const key = run.nameKey(count);
      const [start, end] = [run.start(count), run.end];
      const isFound = names.has(key)
        ? run.readable || isWholeString(text, start, end)
        : terms.has(key) && isTermPlace(text, start, end);
      if (isFound) hits.push({ key, start, end });
    }
  });
  return hits;
}

/** Whether a stretch of code is all that a string holds. */
function isWholeString(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  return before !== undefined && /["'`]/.test(before) && before === text[end];
}

/** Where pages, feeds and indexes name the terms of a post. */
const BEFORE_TERM =
  /(?:p-category[^<>]*>|<category[^<>]*>(?:<!\[cdata\[)?|<category[^<>]*term="|article:(?:tag|section)" content="|"(?:tags|categories|keywords|articlesection)": ?\[?(?:"[^"]*", ?)*"|(?:tags|categories)\/)\s*$/i;

function isTermPlace(text: string, start: number, end: number): boolean {
  return (
    /^\s*(?:["/<]|\]\]>)/.test(text.slice(end, end + 20)) &&
    BEFORE_TERM.test(text.slice(Math.max(0, start - 300), start))
  );
}
