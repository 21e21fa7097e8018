import { inZone, parsePostDate, type PostDate } from '../rules/date.ts';
import { YamlScalar } from '../rules/yaml.ts';

/** What a template may hold as a moment. */
export type Moment = Date | PostDate | YamlScalar;

/** Whether a value is a moment. */
export function isMoment(value: unknown): value is Moment {
  if (value instanceof Date) return true;
  if (value instanceof YamlScalar) return value.kind !== 'float';
  return (
    typeof value === 'object' &&
    value !== null &&
    'time' in value &&
    typeof value.time === 'number' &&
    'offset' in value
  );
}

/** The instant of a moment that has one without a time zone: milliseconds since 1970. */
export function instantOf(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime();
  return isMoment(value) && 'time' in value ? value.time : undefined;
}

/**
 * Any value as a moment: a moment, seconds since 1970, `now`, `today`, or a date as text. As in
 * Ruby, a moment is on the site's clock and a text keeps its offset. Undefined when it is none.
 * @param now the moment of the build, in milliseconds since 1970
 */
export function toTime(value: unknown, timeZone: string, now: () => number): PostDate | undefined {
  if (value instanceof YamlScalar) return parsePostDate(value, timeZone);
  const instant = instantOf(value);
  if (instant !== undefined) return inZone(instant, timeZone);
  if (typeof value === 'number') return inZone(value * 1000, timeZone);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^(?:now|today)$/i.test(text)) return inZone(now(), timeZone);
  if (/^\d+$/.test(text)) return inZone(Number(text) * 1000, timeZone);
  return parsePostDate(text, timeZone);
}
