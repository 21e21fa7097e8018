/** What a text that names a language means, or what it may have been meant to be. */
export type LanguageReading = { tag: string } | { hint?: string | undefined };

/** What was expected where there is no such language. */
export const LANGUAGE_EXPECTED = 'expected a BCP 47 language tag such as en or pt-BR';

/**
 * Reads a language tag (BCP 47, RFC 5646) in its canonical form. The names that POSIX gives locales are
 * read as well: `pt_BR`, `en_US.UTF-8`, `de_DE@euro`.
 */
export function readLanguage(text: string): LanguageReading {
  const tag = canonical(
    text
      .trim()
      .replace(/[.@].*$/, '')
      .replaceAll('_', '-'),
  );
  if (tag !== undefined && isLanguage(new Intl.Locale(tag).language)) return { tag };
  const meant = languageCalled(text.trim().toLowerCase());
  return { hint: meant && `Did you mean \`${meant}\`?` };
}

function canonical(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

const englishNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** All languages of two letters have a name; of the thousands with three, some have none here. */
function isLanguage(code = ''): boolean {
  return code.length === 3 || (code.length === 2 && englishNames.of(code) !== undefined);
}

/** The language that goes by an English name (`german`) or is that of a country (`jp`). */
function languageCalled(name: string): string | undefined {
  codes ??= codesByName();
  const isCountry = /^[a-z]{2}$/.test(name) && countryNames.of(name.toUpperCase()) !== undefined;
  return isCountry ? new Intl.Locale(`und-${name}`).maximize().language : codes.get(name);
}

let codes: Map<string, string> | undefined;

function codesByName(): Map<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Map(all.map((code) => [englishNames.of(code)?.toLowerCase() ?? '', code]));
  names.delete('');
  return names;
}
