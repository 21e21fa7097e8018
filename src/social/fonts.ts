import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Renderer } from '@takumi-rs/core';

/** First and last code point. */
type Range = [number, number];

/** The part of a font that one file holds. */
interface Subset {
  file: string;
  ranges: Range[];
}

/** A font of the npm registry, in files by script and, for CJK, by how common the characters are. */
interface Font {
  family: string;
  version: string;
  subsets: Subset[];
}

const require = createRequire(import.meta.url);

/** Latin, Greek and Cyrillic; the other fonts are asked for what it lacks. */
const BASE = 'source-serif-4';
/** Fonts that hold characters of the same code in the forms of different languages. */
const CJK = ['noto-serif-jp', 'noto-serif-sc', 'noto-serif-tc', 'noto-serif-kr'];
const OTHERS = [
  'noto-naskh-arabic',
  'noto-serif-hebrew',
  'noto-serif-devanagari',
  'noto-serif-thai',
  'noto-emoji',
];

/** The fonts of a text in the order in which they are asked for a character. */
export function familiesFor(lang: string): string[] {
  const { language, script } = new Intl.Locale(lang).maximize();
  const own = { ja: 0, zh: script === 'Hant' ? 2 : 1, ko: 3 }[language];
  if (own === undefined) return [BASE, ...CJK, ...OTHERS];
  // Even their quotation marks are wider than those of other scripts.
  return [...new Set([CJK[own] ?? BASE, BASE, ...CJK, ...OTHERS])];
}

/** Gives a renderer the fonts that texts need, and none that they do not. */
export class FontLoader {
  readonly #renderer: Renderer;
  readonly #fonts = [BASE, ...CJK, ...OTHERS].map(readFont);
  readonly #loading = new Map<string, Promise<unknown>>();
  /** By code point. Texts share most of theirs, and the fonts have hundreds of subsets. */
  readonly #ready = new Map<number, Promise<unknown>>();

  constructor(renderer: Renderer) {
    this.#renderer = renderer;
  }

  /** Names and versions, for caches. */
  get versions(): string[] {
    return this.#fonts.map(({ family, version }) => `${family} ${version}`);
  }

  /** Loads what the text needs and is not there yet. */
  async load(text: string): Promise<void> {
    const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
    await Promise.all(points.map((point) => this.#loadPoint(point)));
  }

  #loadPoint(point: number): Promise<unknown> {
    let ready = this.#ready.get(point);
    if (!ready) {
      const subsets = this.#fonts.flatMap(({ family, subsets }) =>
        subsets
          .filter(({ ranges }) => isIn(point, ranges))
          .map((subset) => this.#register(family, subset)),
      );
      ready = Promise.all(subsets);
      this.#ready.set(point, ready);
    }
    return ready;
  }

  #register(family: string, { file, ranges }: Subset): Promise<unknown> {
    let loading = this.#loading.get(file);
    if (!loading) {
      loading = readFile(file).then((data) =>
        this.#renderer.registerFont({ name: family, data, unicodeRange: ranges }),
      );
      this.#loading.set(file, loading);
    }
    return loading;
  }
}

const isIn = (point: number, ranges: readonly Range[]) =>
  ranges.some(([first, last]) => first <= point && point <= last);

/** Fontsource lists the characters of each file. https://fontsource.org/docs/guides/unicode-range */
function readFont(family: string): Font {
  const folder = `@fontsource-variable/${family}`;
  const json = (file: string) =>
    JSON.parse(readFileSync(require.resolve(`${folder}/${file}`), 'utf8'));
  const subsets = Object.entries<string>(json('unicode.json')).map(([name, ranges]) => ({
    file: require.resolve(
      `${folder}/files/${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
    ),
    ranges: parseRanges(ranges).filter(([first]) => family === BASE || first > LATIN_END),
  }));
  return { family, version: json('package.json').version, subsets };
}

/** Fonts of other scripts bring Latin letters, digits and spaces too, which do not match the text's. */
const LATIN_END = 0x02ff;

/** Reads a CSS `unicode-range`: `U+0370-0377,U+037A`. */
export function parseRanges(ranges: string): Range[] {
  return ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
