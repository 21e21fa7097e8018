/** Letters of other scripts and alphabets that cannot be told from a Latin one, in lower case. */
const LOOK_ALIKES = new Map(
  Object.entries({
    a: 'аαɑᴀ',
    b: 'ьвβʙ',
    c: 'сϲᴄ',
    d: 'ԁժđɗᴅ',
    e: 'еεҽᴇ',
    f: 'ғƒẝꜰ',
    h: 'һнհħʜ',
    i: 'іιıɩɪ',
    k: 'кκᴋ',
    l: 'ӏłǀʟ',
    m: 'мᴍ',
    n: 'пνηոɴ',
    o: 'оοօᴏ',
    p: 'рρᴘ',
    r: 'гʀ',
    s: 'ѕʂꜱ',
    t: 'тτŧᴛ',
    u: 'цυսʊᴜ',
    x: 'хχ',
    y: 'уγʏ',
  }).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)),
);

/** Characters that take no room, and blanks that are not the usual one. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]|(?! )\p{Z}/gu;

/**
 * What a text looks like to a reader: in lower case and Latin letters, without accents and without what
 * cannot be seen (`ｐｕｂｌｉｓｈｅｄ`, `publіshed`, `pub\u200Blished` are all `published`).
 */
export function looksLike(text: string): string {
  const lower = text.toLowerCase();
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(INVISIBLE, (character) => (/\p{Z}/u.test(character) ? ' ' : ''))
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}

/** What holds one emoji together. */
const JOINER = /(?<=\p{Extended_Pictographic})(?:\u200D|\uFE0F)+/u;

/** A text with what cannot be seen in it written as code points: `U+00A0`, `U+200B`. */
export function showInvisible(text: string): string {
  const pattern = new RegExp(`(${JOINER.source})|${INVISIBLE.source}`, 'gu');
  return text.replace(pattern, (character, joiner?: string) => joiner ?? codePoint(character));
}

/** How Unicode names a character: `U+0440`. */
export function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}
