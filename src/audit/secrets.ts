import { assignSlugs } from '../jekyll/rules/taxonomy.ts';
import { tokensOf } from './appeal.ts';
import { fold, IDEOGRAPH, kindOf } from './characters.ts';
import { PhraseQueue, type KnownPhrase } from './phrase-queue.ts';
import { PhraseSet } from './phrase-set.ts';
import { placeName, termsIn, titlesIn, valuesIn, type Place } from './places.ts';
import { LONGEST_NAME, type Run } from './run.ts';
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

/** A title, slug, file name, address, term or short sentence of something that is not published. */
export interface Name {
  file: string;
  line?: number | undefined;
  name: string;
  /** Titles and terms stay secrets at the places of such where they are also words of published texts. */
  kind?: Place['kind'];
}

/** A secret that was found in a text. */
export interface Hit {
  /** Its number, or at the places of titles and terms what stands there. */
  key: number | string;
  /** Offsets in the folded text. */
  start: number;
  end: number;
  /** A stretch of text, a name or a single word, or what stands where a title or a term is named. */
  kind: 'phrase' | 'name' | Place['kind'];
  /** Whether it stands in what readers or their programs read. */
  readable: boolean;
}

/** A word by itself says something from this length on; a name does from the next. */
const LONG_WORD = 5;
const LONG_NAME = 3;
/** So many characters of a script without spaces say as much as a long word. */
const LONG_RUN = 4;
/** A number does from so many digits on, in up to three groups. */
const LONG_NUMBER = 6;
const MOST_GROUPS = 3;
const DIGITS = /\p{N}+/uy;
const SENTENCE = /[^.!?\n。！？।]+/gu;
/** Tags are no part of sentences: in the output they are no text either. */
const TAG = /<\/?[a-z][^<>]*>/gi;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]*\w/g;

/**
 * What is secret, as it can be handed to another thread: nothing yet.
 * @param calendar words that dates are written with, which the site writes by itself
 */
export function noSecrets(calendar: ReadonlySet<string>) {
  return {
    phrases: new Set<number>(),
    words: new Set<number>(),
    names: new Set<number>(),
    /** Names that are an address: they begin and end where one of its segments does. */
    addresses: new Set<number>(),
    titles: new Set<string>(),
    terms: new Set<string>(),
    /** Terms that no published text has as the value of a setting. */
    values: new Set<string>(),
    /** The last token of each name, by its number. */
    endOf: new Map<number, number>(),
    calendar,
  };
}
export type SecretsData = ReturnType<typeof noSecrets>;

/** Secrets that are none, because a published text has them too. */
export interface Shared {
  phrases: Set<number>;
  words: Set<number>;
  names: Set<number>;
  values: Set<string>;
}

/** Whether there are none. */
export function isNothing({ phrases, words, names, titles, terms, values }: SecretsData): boolean {
  return [phrases, words, names, titles, terms, values].every(({ size }) => size === 0);
}

/**
 * What has to be looked for in a text in which nothing was found of the secrets that there were before. Each
 * secret is found by itself, whatever others there are; but where a name was an address, it was found only
 * as one.
 */
export function secretsSince(before: SecretsData, now: SecretsData): SecretsData {
  const isCalendar = before.calendar.symmetricDifference(now.calendar).size === 0;
  if (!isCalendar) return now;
  const widerNames = before.addresses.difference(now.addresses);
  const known = before.names.difference(widerNames);
  return {
    ...now,
    phrases: now.phrases.difference(before.phrases),
    words: now.words.difference(before.words),
    names: now.names.difference(known),
    titles: now.titles.difference(before.titles),
    terms: now.terms.difference(before.terms),
    values: now.values.difference(before.values),
  };
}

/**
 * What only unpublished sources contain: phrases (any five tokens in a row, three of them words), single
 * words of five letters or more, long numbers, and names of one to four tokens: titles, slugs, file
 * names, addresses, tags, categories, short sentences. Titles, tags and categories stay secrets at the
 * places of such also where they are common words, numbers, or shorter than that.
 */
export class Secrets {
  readonly data: SecretsData;
  readonly #phrases: PhraseSet;
  readonly #queue: PhraseQueue;
  readonly #words: PhraseSet;
  readonly #names: PhraseSet;
  /** Words, and the last tokens of names: only there is looked for either. */
  #ends = new PhraseSet();

  constructor(data: SecretsData) {
    this.data = data;
    this.#phrases = new PhraseSet(data.phrases);
    this.#queue = new PhraseQueue(this.#phrases);
    this.#words = new PhraseSet(data.words);
    this.#names = new PhraseSet(data.names);
    this.index();
  }

  get #all(): PhraseSet[] {
    return [this.#phrases, this.#words, this.#names];
  }

  get isEmpty(): boolean {
    return isNothing(this.data);
  }

  addText({ text, syntax }: Pick<SourceText, 'text' | 'syntax'>): void {
    const folded = fold(text);
    scan(folded, syntax, false, (run) => {
      forWords(run, undefined, (key, count) => {
        if (isTelling(run, count, folded)) this.#words.add(key);
      });
      if (run.isPhrase && run.isWordy) this.#phrases.add(run.phraseKey());
    });
  }

  addName({ name, kind }: Pick<Name, 'name' | 'kind'>): void {
    let end = 0;
    scan(fold(name), 'code', false, (run) => {
      end = run.nameKey(1);
      // In a name numbers count as well: `q3-2025-results-17`.
      if (run.isPhrase && run.words > 0) this.#phrases.add(run.phraseKey());
    });
    const isAddress = name.startsWith('/');
    for (const key of this.keysOf(name)) {
      this.data.endOf.set(key, end);
      this.#names.add(key);
      if (isAddress) this.data.addresses.add(key);
    }
    for (const form of kind ? placeNames({ name, kind }) : []) {
      if (kind === 'title') this.data.titles.add(form);
      else {
        this.data.terms.add(form);
        this.data.values.add(form);
      }
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

  /** Names that anything may have: numbers, dates, one or two letters, `index`. */
  #isCommon(name: string): boolean {
    const tokens = tokensOf(fold(name));
    const length = tokens.reduce((sum, token) => sum + (isIdeograph(token) ? 2 : token.length), 0);
    return (
      length < LONG_NAME ||
      /(?:^|\/)_?index(?:\.html)?\/?$/.test(name) ||
      tokens.every((token) => this.#isCalendar(token))
    );
  }

  #isCalendar(token: string): boolean {
    return /^\p{N}+$/u.test(token) || this.data.calendar.has(token);
  }

  /** Prepares for `clear` and `find`. */
  index(): void {
    this.#ends = new PhraseSet(new Set(this.#words.keys));
    for (const key of this.#names.keys) this.#ends.add(this.data.endOf.get(key) ?? 0);
    for (const set of [...this.#all, this.#ends]) set.index();
  }

  /** Takes out what a published text contains too. */
  clear(text: Pick<SourceText, 'text' | 'syntax'>): void {
    this.remove(this.sharedWith([text]));
  }

  remove({ phrases, words, names, values }: Shared): void {
    for (const key of phrases) this.#phrases.delete(key);
    for (const key of words) this.#words.delete(key);
    for (const key of names) this.#names.delete(key);
    for (const value of values) this.data.values.delete(value);
  }

  /** What published texts contain too. */
  sharedWith(texts: readonly Pick<SourceText, 'text' | 'syntax'>[]): Shared {
    const shared: Shared = {
      phrases: new Set(),
      words: new Set(),
      names: new Set(),
      values: new Set(),
    };
    const queue = this.#queue;
    const words = this.#words;
    const names = this.#names;
    const ends = this.#ends;
    const add = ({ key }: KnownPhrase) => shared.phrases.add(key);
    const addWord = (key: number) => {
      if (words.has(key)) shared.words.add(key);
    };
    const addName = (key: number) => {
      if (names.has(key)) shared.names.add(key);
    };
    for (const { text, syntax } of texts) {
      const folded = fold(text);
      if (this.data.values.size > 0) {
        for (const { name } of valuesIn(folded)) {
          if (this.data.values.has(name)) shared.values.add(name);
        }
      }
      scan(folded, syntax, false, (run) => {
        if (run.isPhrase) queue.add(run, add);
        if (!mayTell(run, ends)) return;
        forWords(run, words, addWord);
        if (!ends.mayHave(run.token)) return;
        const longest = Math.min(run.length, LONGEST_NAME);
        for (let count = 1; count <= longest; count++) {
          addName(run.nameKey(count));
          // A published title can become a slug.
          addName(run.nameKey(count, true));
        }
      });
      queue.ask(add);
    }
    return shared;
  }

  /** Takes out what published posts and the site itself are called, or how they are tagged. */
  clearName({ name, kind }: Pick<Name, 'name' | 'kind'>): void {
    this.data.titles.delete(placeName(name));
    if (kind === 'term') {
      for (const form of placeNames({ name, kind })) {
        this.data.terms.delete(form);
        this.data.values.delete(form);
      }
    }
  }

  /**
   * Finds secrets in a folded text of the output: phrases everywhere, words and names in what readers
   * or their programs read.
   */
  find({ text, syntax }: Pick<SourceText, 'text' | 'syntax'>): Hit[] {
    const hits: Hit[] = [];
    const queue = this.#queue;
    const words = this.#words;
    const names = this.#names;
    const ends = this.#ends;
    const tell = (phrase: KnownPhrase) => hits.push({ ...phrase, kind: 'phrase' });
    scan(text, syntax, true, (run) => {
      if (run.isPhrase) queue.add(run, tell);
      if (!mayTell(run, ends)) return;
      const { readable, end } = run;
      if (readable) {
        forWords(run, words, (key, count) => {
          if (words.has(key))
            hits.push({ key, start: run.start(count), end, kind: 'name', readable });
        });
      }
      if (!ends.mayHave(run.token)) return;
      const longest = Math.min(run.length, LONGEST_NAME);
      for (let count = 1; count <= longest; count++) {
        const key = run.nameKey(count);
        if (!names.has(key)) continue;
        const start = run.start(count);
        if (this.data.addresses.has(key) && !areSegments(text, start, end)) continue;
        if (readable || isWholeString(text, start, end)) {
          hits.push({ key, start, end, kind: 'name', readable });
        }
      }
    });
    queue.ask(tell);
    return hits;
  }

  /**
   * Finds titles and terms at their places in a folded text of the output.
   * @param isArchive whether the text names years and months by itself
   */
  findPlaces({ text, syntax }: Pick<SourceText, 'text' | 'syntax'>, isArchive: boolean): Hit[] {
    const hits: Hit[] = [];
    const add = ({ kind, start, end }: Place, name: string) => {
      hits.push({ key: `${kind} ${name}`, start, end, kind, readable: syntax !== 'code' });
    };
    if (this.data.titles.size > 0) {
      for (const place of titlesIn(text)) {
        const mayBeDate = place.isOfPost && !isArchive;
        const title = this.#titleOf(place.name, (title) => mayBeDate || !this.#isDate(title));
        if (title !== undefined) add(place, title);
      }
    }
    if (this.data.terms.size > 0) {
      for (const place of termsIn(text)) {
        if (this.data.terms.has(place.name)) add(place, place.name);
      }
    }
    if (this.data.values.size > 0) {
      for (const place of valuesIn(text)) {
        if (this.data.values.has(place.name)) add(place, place.name);
      }
    }
    return hits;
  }

  /** The title that this is, or one of which it is the beginning. */
  #titleOf(name: string, tells: (title: string) => boolean): string | undefined {
    if (this.data.titles.has(name)) return tells(name) ? name : undefined;
    if (!name.endsWith('.')) return undefined;
    const [, beginning] = /^(.{8,}?)\s*\.+$/u.exec(name) ?? [];
    if (beginning === undefined) return undefined;
    return this.data.titles.values().find((title) => title.startsWith(beginning) && tells(title));
  }

  /** Lists of years, months and pages call their parts so. */
  #isDate(name: string): boolean {
    return tokensOf(name).every((token) =>
      token.length < 5 ? this.#isCalendar(token) : this.data.calendar.has(token),
    );
  }
}

/** How a title or a term stands at its places: terms also as addresses spell them. */
function placeNames({ name, kind }: Pick<Name, 'name' | 'kind'>): string[] {
  const forms = kind === 'term' ? [name, ...assignSlugs([name]).values()] : [name];
  return forms.map(placeName).filter((form) => form !== '');
}

/** The keys of hits there. */
export function placeKeys(name: Pick<Name, 'name' | 'kind'>): string[] {
  return placeNames(name).map((form) => `${name.kind} ${form}`);
}

/**
 * Tells of each number that the word, number or run of characters at the end of a run has.
 * @param words whose numbers are of interest; all without it
 */
export function forWords(
  run: Run,
  words: PhraseSet | undefined,
  use: (key: number, count: number) => void,
): void {
  if (!words || words.mayHave(run.token)) use(run.nameKey(1), 1);
  if (run.size === 0) {
    for (let count = 2; count <= MOST_GROUPS && run.length >= count; count++) {
      if ((run.words & ((1 << count) - 1)) === 0) use(run.nameKey(count), count);
    }
  } else if (run.ideographs === 0b1111 && run.length >= LONG_RUN) {
    use(run.nameKey(LONG_RUN), LONG_RUN);
  }
}

/** Whether a word or a name may end with the last token: with most none does. */
function mayTell(run: Run, ends: PhraseSet): boolean {
  return run.size === 0 || run.ideographs === 0b1111 || ends.mayHave(run.token);
}

/** Whether a word, number or run of characters says something by itself. */
function isTelling(run: Run, count: number, text: string): boolean {
  if (run.size > 0) return count === LONG_RUN || run.size >= LONG_WORD;
  // Each by itself: markup that stands between them may have numbers of its own.
  const groups = Array.from({ length: count }, (_, i) => digitsAt(text, run.start(i + 1)));
  const isDate = groups.every((group) => group.length < 3 || /^(?:19|20)\d\d$/.test(group));
  return !isDate && groups.join('').length >= LONG_NUMBER;
}

function digitsAt(text: string, start: number): string {
  DIGITS.lastIndex = start;
  return DIGITS.exec(text)?.[0] ?? '';
}

/** Sentences that have no phrase, and addresses of people: names too. */
export function sentencesOf({ file, line, text }: SourceText): Name[] {
  const isShort = (sentence: string) => {
    const tokens = sentence.length < 80 ? tokensOf(fold(sentence)) : [];
    const letters = tokens.join('').replace(/\p{N}/gu, '').length;
    return tokens.length > 2 && tokens.length <= LONGEST_NAME && letters >= 8;
  };
  return text.split('\n').flatMap((words, i) => {
    const sentences = (words.replace(TAG, ' ').match(SENTENCE) ?? []).filter(isShort);
    return [...sentences, ...(words.match(EMAIL) ?? [])].map((name) => ({
      file,
      line: line + i,
      name,
    }));
  });
}

function isIdeograph(token: string): boolean {
  return kindOf(token.charCodeAt(0)) === IDEOGRAPH;
}

/** Whether a stretch of code is all that a string holds. */
function isWholeString(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  return before !== undefined && /["'`]/.test(before) && before === text[end];
}

/** Whether a stretch of an address consists of whole segments. */
function areSegments(text: string, start: number, end: number): boolean {
  return !/[-_.~]/.test(text[start - 1] ?? '') && !/[-_~]/.test(text[end] ?? '');
}
