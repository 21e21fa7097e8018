// Pagefind finds for each word the one that begins most like it, however little that is: `zinc` finds `Z`.

/** The part of a word that has to be in what is found, and of one that may be misspelt. */
const [SAME, NEAR] = [0.6, 0.5];
const SHORTEST = 3;

/** Whether what was found has a word that was searched for, or one like it. @param excerpt with `<mark>` */
export function isMeant(text: string, excerpt: string, isNear: boolean): boolean {
  const found = Array.from(excerpt.matchAll(/<mark>(.*?)<\/mark>/g), ([, word = '']) =>
    plain(word),
  );
  // Words of titles, tags and code are in no excerpt.
  if (found.length === 0) return !isNear;
  return text
    .split(/\s+/)
    .map(plain)
    .some((word) => found.some((mark) => likeness(word, mark) >= (isNear ? NEAR : SAME)));
}

/** The part of a word with which another begins; all of it where it stands in the other. */
function likeness(word: string, other: string): number {
  if (word === '' || other.includes(word)) return 1;
  let same = 0;
  while (same < word.length && word[same] === other[same]) same++;
  return same / word.length;
}

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/^[^\p{L}\p{N}]+|\p{M}|[^\p{L}\p{N}]+$/gu, '')
    .toLowerCase();

/** What to search for instead: the beginnings of words, shorter each time, because few mistakes are among the first letters. */
export function* beginnings(text: string): Generator<string> {
  const words = text.split(/\s+/).map((word) => [...word]);
  const longest = Math.max(...words.map(({ length }) => length));
  const least = (word: string[]) => Math.max(SHORTEST, Math.ceil(word.length * NEAR));
  for (let gone = 1; gone <= longest * NEAR; gone++) {
    yield words
      .map((word) => word.slice(0, Math.max(least(word), word.length - gone)).join(''))
      .join(' ');
  }
}
