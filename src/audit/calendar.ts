import { IGNORED } from './characters.ts';

/** The words that dates are written with in some languages: the site writes them by itself. */
export function calendarOf(languages: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const options = { month: style, weekday: style, timeZone: 'UTC' };
      const format = new Intl.DateTimeFormat(language, options);
      // Every fifth day of a year falls into every month and on every day of the week.
      for (let day = 1; day <= 365; day += 5) {
        const text = format
          .format(Date.UTC(2024, 0, day))
          .normalize('NFKD')
          .toLowerCase();
        for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
          words.add(word.replace(IGNORED, ''));
        }
      }
    }
  }
  return words;
}
