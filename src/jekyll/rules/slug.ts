/** How much of a text survives in a slug. https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter */
type SlugMode = 'none' | 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

const REPLACED: Record<Exclude<SlugMode, 'none'>, RegExp> = {
  raw: /[ \t\r\n\f\v]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^A-Za-z\d]+/g,
};

/**
 * Jekyll's Utils.slugify: runs of characters that the mode does not keep become one hyphen, none at
 * either end.
 * @param mode anything that is not a mode keeps the text, as `none` does
 * @param cased whether capitals are kept
 */
export function slugify(text: string, mode: string = 'default', cased = false): string {
  const replaced = isMode(mode) ? REPLACED[mode] : undefined;
  const plain = mode === 'latin' ? transliterate(text) : text;
  const slug = replaced ? plain.replace(replaced, '-').replace(/^-|-$/g, '') : text;
  return cased ? slug : slug.toLowerCase();
}

function isMode(mode: string): mode is keyof typeof REPLACED {
  return Object.hasOwn(REPLACED, mode);
}

/** Latin letters that Unicode does not decompose, as Ruby's I18n spells them. */
const LETTERS = new Map(
  'ß=ss Æ=AE æ=ae Œ=OE œ=oe Ø=O ø=o Đ=D đ=d Ð=D ð=d Þ=Th þ=th Ł=L ł=l Ħ=H ħ=h ı=i ĸ=k Ŋ=NG ŋ=ng Ŧ=T ŧ=t'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)]),
);

/** Letters without their accents; what is no Latin letter is left for `slugify` to replace. */
function transliterate(text: string): string {
  return text
    .replace(/\p{L}/gu, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFD')
    .replace(/(?<=[A-Za-z])\p{M}+/gu, '');
}
