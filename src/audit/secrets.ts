import { fold } from './characters.ts';
import { PhraseSet } from './phrase-set.ts';
import { LONGEST_NAME, PHRASE } from './run.ts';
import { scan, type Syntax } from './scan.ts';

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

/** A secret that was found in a text. */
export interface Hit {
  key: number;
  /** Offsets in the folded text. */
  start: number;
  end: number;
  /** A stretch of text, a name or a single word, or a common word that stands as a tag or category. */
  kind: 'phrase' | 'name' | 'term';
}

/** A word by itself says something from this length on; a name does from the next. */
const LONG_WORD = 5;
const LONG_NAME = 3;

/**
 * What only unpublished sources contain: phrases (any five tokens in a row, three of them words), single
 * words of five letters or more, and names of one to four tokens: titles, slugs, file names, addresses,
 * tags and categories. The latter two stay secrets as such also where they are common words.
 */
export class Secrets {
  readonly #phrases = new PhraseSet();
  readonly #words = new PhraseSet();
  readonly #names = new PhraseSet();
  readonly #terms = new PhraseSet();
  /** The last token of each name and term, by its number. */
  readonly #endOf = new Map<number, number>();
  /** The last tokens of those that are still secrets: only there is looked for a name. */
  #ends = new PhraseSet();
  /** Words that dates are written with, which the site writes by itself. */
  readonly #calendar: ReadonlySet<string>;

  constructor(calendar: ReadonlySet<string>) {
    this.#calendar = calendar;
  }

  get #all(): PhraseSet[] {
    return [this.#phrases, this.#words, this.#names, this.#terms];
  }

  get isEmpty(): boolean {
    return this.#all.every(({ keys }) => keys.size === 0);
  }

  addText({ text, syntax }: Pick<SourceText, 'text' | 'syntax'>): void {
    scan(fold(text), syntax, false, (run) => {
      if (run.size >= LONG_WORD) this.#words.add(run.nameKey(1));
      if (run.isPhrase && run.isWordy) this.#phrases.add(run.phraseKey());
    });
  }

  addName({ name, isTerm = false }: Pick<Name, 'name' | 'isTerm'>): void {
    let end = 0;
    scan(fold(name), 'code', false, (run) => {
      end = run.nameKey(1);
      // In a name numbers count as well: `q3-2025-results-17`.
      if (run.isPhrase && run.words > 0) this.#phrases.add(run.phraseKey());
    });
    for (const key of this.keysOf(name)) {
      this.#endOf.set(key, end);
      this.#names.add(key);
      if (isTerm) this.#terms.add(key);
    }
  }

  /** The numbers of a name of up to four tokens, as it is written and as a slug writes it. */
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
    const tokens =
      fold(name)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const isCommon = (token: string) => /^\p{N}+$/u.test(token) || this.#calendar.has(token);
    return tokens.every(isCommon) || tokens.join('').length < LONG_NAME;
  }

  /** Prepares for `clear` and `find`. */
  index(): void {
    this.#ends = new PhraseSet();
    for (const { keys } of [this.#names, this.#terms]) {
      for (const key of keys) this.#ends.add(this.#endOf.get(key) ?? 0);
    }
    for (const set of [...this.#all, this.#ends]) set.index();
  }

  /** Takes out what a published text contains too. */
  clear({ text, syntax }: Pick<SourceText, 'text' | 'syntax'>): void {
    const phrases = this.#phrases;
    const words = this.#words;
    const names = this.#names;
    const ends = this.#ends;
    scan(fold(text), syntax, false, (run) => {
      if (run.isPhrase && phrases.mayHave(run.phraseHash())) {
        phrases.delete(run.phraseKey());
      }
      if (words.mayHave(run.token)) words.delete(run.nameKey(1));
      if (!ends.mayHave(run.token)) return;
      const longest = Math.min(run.length, LONGEST_NAME);
      for (let count = 1; count <= longest; count++) {
        names.delete(run.nameKey(count));
        // A published title can become a slug.
        names.delete(run.nameKey(count, true));
      }
    });
  }

  /** Takes out a tag or category that published posts have. */
  clearTerm(name: string): void {
    for (const key of this.keysOf(name)) this.#terms.delete(key);
  }

  /**
   * Finds secrets in a folded text of the output: phrases everywhere, words and names in what readers
   * or their programs read.
   */
  find({ text, syntax }: Pick<SourceText, 'text' | 'syntax'>): Hit[] {
    const hits: Hit[] = [];
    const phrases = this.#phrases;
    const words = this.#words;
    const names = this.#names;
    const terms = this.#terms;
    const ends = this.#ends;
    scan(text, syntax, true, (run) => {
      if (run.isPhrase && phrases.mayHave(run.phraseHash())) {
        const key = run.phraseKey();
        if (phrases.has(key)) {
          hits.push({ key, start: run.start(PHRASE), end: run.end, kind: 'phrase' });
        }
      }
      if (words.mayHave(run.token) && run.readable) {
        const key = run.nameKey(1);
        if (words.has(key)) hits.push({ key, start: run.start(1), end: run.end, kind: 'name' });
      }
      if (!ends.mayHave(run.token)) return;
      const longest = Math.min(run.length, LONGEST_NAME);
      for (let count = 1; count <= longest; count++) {
        const key = run.nameKey(count);
        const [start, end] = [run.start(count), run.end];
        if (names.has(key)) {
          if (run.readable || isWholeString(text, start, end)) {
            hits.push({ key, start, end, kind: 'name' });
          }
        } else if (terms.has(key) && isTermPlace(text, start, end)) {
          hits.push({ key, start, end, kind: 'term' });
        }
      }
    });
    return hits;
  }
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
