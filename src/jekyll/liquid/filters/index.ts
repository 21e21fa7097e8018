import { filters as standard, type FilterImplOptions } from 'liquidjs';
import { toText } from '../value.ts';
import { arrayFilters } from './array-filters.ts';
import { dateFilters } from './date-filters.ts';
import { expressionFilters } from './expression-filters.ts';
import type { FilterSite } from './filter.ts';
import { mathFilters } from './math-filters.ts';
import { textFilters } from './text-filters.ts';
import { urlFilters } from './url-filters.ts';

/** Filters of LiquidJS that do to texts what Ruby's do. */
const TEXT_FILTERS = [
  'append',
  'capitalize',
  'downcase',
  'lstrip',
  'newline_to_br',
  'prepend',
  'remove',
  'remove_first',
  'replace',
  'replace_first',
  'rstrip',
  'strip',
  'strip_html',
  'strip_newlines',
  'truncate',
  'truncatewords',
  'upcase',
] as const;

/** Every filter of Liquid 4.0 and Jekyll 4. https://jekyllrb.com/docs/liquid/filters/ */
export function createFilters(site: FilterSite): Record<string, FilterImplOptions> {
  const text = (value: unknown) => toText(value, site.timeZone);
  const borrowed = TEXT_FILTERS.map((name) => {
    const filter = standard[name] as (this: unknown, ...args: unknown[]) => unknown;
    return [
      name,
      function (this: unknown, value: unknown, ...args: unknown[]) {
        return filter.call(this, text(value), ...args.map(textArgument));
      },
    ] as const;
  });
  const textArgument = (value: unknown) => (typeof value === 'number' ? value : text(value));
  return {
    ...Object.fromEntries(borrowed),
    ...arrayFilters(site),
    ...dateFilters(site),
    ...expressionFilters(site),
    ...mathFilters(),
    ...textFilters(site),
    ...urlFilters(site),
  };
}
