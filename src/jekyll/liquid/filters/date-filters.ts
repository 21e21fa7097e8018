import { strftime } from '../../rules/strftime.ts';
import { inZone } from '../../rules/date.ts';
import { toTime } from '../time.ts';
import { LiquidMistake } from '../place.ts';
import { toText } from '../value.ts';
import type { FilterCall, FilterSite } from './filter.ts';

/** Filters for dates, on the site's clock. https://jekyllrb.com/docs/liquid/filters/#date-to-xml-schema */
export function dateFilters({ timeZone, now }: FilterSite): Record<string, FilterCall> {
  const text = (value: unknown) => toText(value, timeZone);
  const format = (value: unknown, directives: string) => {
    if (text(value) === '') return value;
    const date = toTime(value, timeZone, now);
    if (date === undefined) throw new LiquidMistake(`expected a date, not "${text(value)}"`);
    return strftime(inZone(date.time, timeZone), directives, timeZone);
  };
  const written = (value: unknown, month: string, type: unknown, style: unknown) => {
    if (type !== 'ordinal') return format(value, `%d ${month} %Y`);
    const day = ordinal(Number(format(value, '%-d')));
    return format(value, style === 'US' ? `${month} ${day}, %Y` : `${day} ${month} %Y`);
  };
  return {
    date: (value, directives) => {
      const date = toTime(value, timeZone, now);
      if (text(directives) === '' || date === undefined) return value;
      return strftime(date, text(directives), timeZone);
    },
    date_to_long_string: (value, type, style) => written(value, '%B', type, style),
    date_to_rfc822: (value) => format(value, '%a, %d %b %Y %H:%M:%S %z'),
    date_to_string: (value, type, style) => written(value, '%b', type, style),
    date_to_xmlschema: (value) => format(value, '%Y-%m-%dT%H:%M:%S%:z'),
  };
}

function ordinal(day: number): string {
  const ending = ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
  return `${day}${day >= 11 && day <= 13 ? 'th' : ending}`;
}
