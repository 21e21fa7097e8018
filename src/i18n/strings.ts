import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Strings } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** The dictionaries by the language of their BCP 47 tag. Another language is another file. */
const dictionaries: Record<string, Strings> = { ar, de, en, es, fr, ja };

/** The interface in a language, and the language it is really in. */
export interface Interface {
  lang: string;
  strings: Strings;
}

// Every part of every page asks, and reading a tag takes its time.
const interfaces = new Map<string, Interface>();

/**
 * The interface for a page: its own language where there is a dictionary, else English.
 * @param lang BCP 47 tag; the region does not matter
 */
export function interfaceFor(lang: string): Interface {
  let found = interfaces.get(lang);
  if (!found) {
    const { language } = new Intl.Locale(lang);
    const strings = dictionaries[language];
    found = strings ? { lang, strings } : { lang: 'en', strings: en };
    interfaces.set(lang, found);
  }
  return found;
}
