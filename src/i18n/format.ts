import { once } from '../lib/once.ts';

const dateStyles = {
  /** 4 September 2025 */
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  /** 4 */
  day: { day: 'numeric' },
  /** September */
  month: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** How much of a date is shown. */
export type DateStyle = keyof typeof dateStyles;

// Making a formatter costs a hundred times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as readers of a language write it.
 * @param time milliseconds since 1970
 * @param lang BCP 47 tag
 * @param timeZone IANA name
 */
export function formatDate(time: number, style: DateStyle, lang: string, timeZone: string): string {
  const key = `${style} ${lang} ${timeZone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(lang, { ...dateStyles[style], timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(time);
}

/** Attributes for text that may be in another language than what surrounds it. */
export function languageOf(lang: string, around: string) {
  return lang === around ? {} : { lang, dir: textDirection(lang) };
}

/** Writing direction of a language, for the `dir` attribute. */
export const textDirection = once((lang): 'ltr' | 'rtl' =>
  new Intl.Locale(lang).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr',
);

/** A language as those call it who speak it: `de` is Deutsch. */
export function languageName(lang: string): string {
  return new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
}

/** A language as Open Graph names it, with the country where most speak it: `en` is `en_US`. https://ogp.me/#optional */
export const localeOf = once((lang): string => {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}_${region}`;
});
