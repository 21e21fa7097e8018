/** A part of the typeface: in each style it is a file of its own, which browsers fetch once a page has one of its characters. */
export interface Slice {
  name: string;
  /** Code points, ascending. */
  points: readonly number[];
}

/** Ends of ranges of code points, both included. */
type Range = readonly [first: number, last: number];

/** What every text in Latin letters needs: ASCII and the marks that are set between letters. */
const COMMON: readonly Range[] = [[0x20, 0x7e]];
const MARKS = '\u00a0§©«°·»×–—‘’‚“”„•…‹›€←↑→−';

/**
 * Letters beside ASCII by language, for the first slice, so that words of the site's language are not
 * torn between two files: letters are only fitted to each other within a file.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ca: 'àçèéíïòóúü',
  cs: 'áčďéěíňóřšťúůýž',
  da: 'æøå',
  de: 'äöüß',
  es: 'áéíñóúü¡¿',
  et: 'äõöüšž',
  fi: 'äöå',
  fr: 'àâæçèéêëîïôœùûüÿ',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  is: 'áæðéíóöúýþ',
  it: 'àèéìîòóù',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  nb: 'æøå',
  nl: 'áéëïóöü',
  nn: 'æøå',
  no: 'æøå',
  pl: 'ąćęłńóśźż',
  pt: 'àáâãçéêíóôõú',
  ro: 'âăîșț',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sl: 'čšž',
  sv: 'äåö',
  tr: 'âçğıİöşü',
};

/** Latin-1 and the extensions for European languages, transliterations and currencies; Vietnamese has a file of its own. */
const EXTENDED: readonly Range[] = [
  [0xa1, 0x17f],
  [0x192, 0x192],
  [0x1cd, 0x1dc],
  [0x218, 0x21b],
  [0x2c6, 0x2dd],
  [0x1e0c, 0x1e99],
  [0x1e9e, 0x1e9e],
  [0x1ef2, 0x1ef9],
  [0x2010, 0x2012],
  [0x2015, 0x2033],
  [0x2044, 0x2044],
  [0x20a1, 0x20bf],
  [0x2113, 0x2122],
  [0x2193, 0x2193],
  [0x2215, 0x2215],
];

/**
 * The slices that are cut for a site. They follow from its language alone: what they hold says nothing
 * about what is written there, published or not, and a file stays the same from build to build.
 */
export function slicesFor(lang: string): Slice[] {
  const letters = LETTERS[new Intl.Locale(lang).language] ?? '';
  const own = pointsOf(`${MARKS}${letters}${letters.toLocaleUpperCase(lang)}`);
  const latin = new Set([...COMMON.flatMap(within), ...own]);
  const others = EXTENDED.flatMap(within).filter((point) => !latin.has(point));
  return [
    { name: 'latin', points: ascending(latin) },
    { name: 'latin-ext', points: ascending(others) },
  ];
}

/** Code points as CSS has them: `U+20-7E, U+A0`. https://www.w3.org/TR/css-fonts-4/#unicode-range-desc */
export function unicodeRange(points: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges
    .map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`)
    .join();
}

const hex = (point: number) => point.toString(16).toUpperCase();
const pointsOf = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
const ascending = (points: Iterable<number>) => [...new Set(points)].toSorted((a, b) => a - b);

function within([first, last]: Range): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
