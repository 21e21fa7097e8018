const SMALL = new Set(
  'a an and as at but by en for if in of on or the to v v. via vs vs.'.split(' '),
);

/** Octopress's title case: small words are small, except the first, the last and one after a colon. */
export function titleCase(text: string): string {
  const words = text.trim().split(/\s+/);
  return words
    .map((word, at) => {
      const isEdge = at === 0 || at === words.length - 1 || /[:.!?]$/.test(words[at - 1] ?? '');
      const isSmall = SMALL.has(word.replace(/\W/g, '').toLowerCase());
      return isSmall && !isEdge ? word.toLowerCase() : capitalized(word);
    })
    .join(' ');
}

/** A word that already has capitals, or a point inside, knows better. */
function capitalized(word: string): string {
  const [, lead = '', rest] = /^(['"([]*)([a-z].*)$/s.exec(word) ?? [];
  if (rest === undefined || /[A-Z]|\.\w/.test(rest)) return word;
  return lead + rest.charAt(0).toUpperCase() + rest.slice(1);
}
