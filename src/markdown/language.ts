import type { Data } from 'satteri';
import type { Strings } from '../i18n/en.ts';
import { interfaceFor } from '../i18n/strings.ts';
import site from '../site.config.ts';

/** The words of the interface in the language of the text that is rendered. */
export function wordsFor(data: Data): Strings {
  const lang: unknown = data.astro?.frontmatter['lang'];
  return interfaceFor(typeof lang === 'string' ? lang : site.lang).strings;
}
