import { en, type Strings } from './en.ts';

const dictionaries: Record<string, Strings> = { en };

/** The interface in a language, and the language it is really in. */
export interface Interface {
  lang: string;
  strings: Strings;
}

/**
 * The interface for a page: its own language where there is a dictionary, else English.
 * @param lang BCP 47 tag; the region does not matter
 */
export function interfaceFor(lang: string): Interface {
  const { language } = new Intl.Locale(lang);
  const strings = dictionaries[language];
  return strings ? { lang, strings } : { lang: 'en', strings: en };
}
