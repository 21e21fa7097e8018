import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePostDate, toISO, zonedParts } from '../../../src/jekyll/rules/date.ts';
import { parseYaml } from '../../../src/jekyll/rules/yaml.ts';

const NEW_YORK = 'America/New_York';

/** The instant and the offset of a date as it stands in front matter. */
function read(text: string, timeZone = NEW_YORK): string | undefined {
  const { date } = parseYaml(`date: ${text}`) as { date: unknown };
  const parsed = parsePostDate(date, timeZone);
  return parsed && toISO(parsed);
}

describe('dates without an offset are in the time zone of the site', () => {
  it.each([
    ['2014-01-05', '2014-01-05T00:00:00-05:00'],
    ['2014-07-05', '2014-07-05T00:00:00-04:00'],
    ['2014-1-5', '2014-01-05T00:00:00-05:00'],
    ['"2014-01-05"', '2014-01-05T00:00:00-05:00'],
    ['2014-01-05 10:00', '2014-01-05T10:00:00-05:00'],
    ['2014-01-05T10:00', '2014-01-05T10:00:00-05:00'],
    ['"2014-01-05 03:00:00"', '2014-01-05T03:00:00-05:00'],
    ['2014-01-05 3pm', '2014-01-05T15:00:00-05:00'],
    ['2014-01-05 12:10 a.m.', '2014-01-05T00:10:00-05:00'],
    ['2014/01/05', '2014-01-05T00:00:00-05:00'],
    ['2007/10/13 14:15', '2007-10-13T14:15:00-04:00'],
    ['2014.01.05', '2014-01-05T00:00:00-05:00'],
    ['20140105', '2014-01-05T00:00:00-05:00'],
    ['20140105T103000', '2014-01-05T10:30:00-05:00'],
    ['January 5, 2014', '2014-01-05T00:00:00-05:00'],
    ['June 23, 2020', '2020-06-23T00:00:00-04:00'],
    ['Sun, 5 Jan 2014 10:00', '2014-01-05T10:00:00-05:00'],
    ['5th January 2014', '2014-01-05T00:00:00-05:00'],
    ['05-Jan-2014', '2014-01-05T00:00:00-05:00'],
    ['June 2014', '2014-06-01T00:00:00-04:00'],
    ['11-9-2017', '2017-09-11T00:00:00-04:00'],
    ['14-1-5', '2014-01-05T00:00:00-05:00'],
    ['69-1-5', '1969-01-05T00:00:00-05:00'],
    ['2014-01-05 xx:xx', '2014-01-05T00:00:00-05:00'],
    ['2016-07-19 (optional)', '2016-07-19T00:00:00-04:00'],
    ['2014-01-05 17:31:22:02', '2014-01-05T17:31:22-05:00'],
    ['2016-06-17 12:00-400', '2016-06-17T12:00:00-04:00'],
    ['2014-02-31', '2014-03-03T00:00:00-05:00'],
  ])('%s', (text, iso) => {
    expect(read(text)).toBe(iso);
  });
});

describe('unquoted times with seconds and no offset are UTC', () => {
  it.each([
    ['2014-01-05 03:00:00', '2014-01-04T22:00:00-05:00'],
    ['2014-1-5 3:00:00', '2014-01-04T22:00:00-05:00'],
    ['2014-01-05T03:00:00', '2014-01-04T22:00:00-05:00'],
    ['2014-01-05 03:00:00.999', '2014-01-04T22:00:00-05:00'],
    ['2014-01-05 24:00:00', '2014-01-05T19:00:00-05:00'],
  ])('%s', (text, iso) => {
    expect(read(text)).toBe(iso);
  });
});

describe('an offset that was written is kept', () => {
  it.each([
    ['2025-09-04 13:53:11 -0400', '2025-09-04T13:53:11-04:00'],
    ['2014-01-05 23:30:00 +05:30', '2014-01-05T23:30:00+05:30'],
    ['2014-01-05 03:00:00.123 +05:30', '2014-01-05T03:00:00+05:30'],
    ['2019-11-21T12:25:22.123456789-03:30', '2019-11-21T12:25:22-03:30'],
    ['2014-01-05T03:00:00Z', '2014-01-05T03:00:00+00:00'],
    ['2014-01-05 03:00:00 +9', '2014-01-05T03:00:00+09:00'],
    ['2014-01-05 03:00:00 UTC', '2014-01-05T03:00:00+00:00'],
    ['2014-01-05 23:29 UTC', '2014-01-05T23:29:00+00:00'],
    ['2014-01-05 10:00 +0300', '2014-01-05T10:00:00+03:00'],
    ['2014-01-05 10:00 +03', '2014-01-05T10:00:00+03:00'],
    ['"2014-01-05T10:00:00+03:00"', '2014-01-05T10:00:00+03:00'],
    ['2014-06-22 14:00 EDT', '2014-06-22T14:00:00-04:00'],
    ['2014-01-05 03:00 EST', '2014-01-05T03:00:00-05:00'],
    ['2014-01-05 03:00 PST', '2014-01-05T03:00:00-08:00'],
    ['Sun, 05 Jan 2014 03:00:00 GMT', '2014-01-05T03:00:00+00:00'],
  ])('%s', (text, iso) => {
    expect(read(text)).toBe(iso);
  });
});

describe('what is not a date', () => {
  it.each([
    '',
    '~',
    '""',
    'foo',
    'Monday',
    '2014',
    '10:00',
    '5 January',
    '2014-13-05',
    '2014-02-00',
    '2014-01-32',
    '2014-01-05 25:00',
    '2014-01-05 25:00:00',
    '2014-01-05 10:60',
    '2014-01-05 24:01:00',
    'true',
    '[2014-01-05]',
  ])('%j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('a value that is missing', () => {
    expect(parsePostDate(undefined, 'UTC')).toBeUndefined();
  });
});

describe('time zones', () => {
  it.each([
    // Clocks skip 2:00 to 3:00; the offset before the change holds.
    ['2014-03-09 02:30', NEW_YORK, '2014-03-09T03:30:00-04:00'],
    // 1:00 to 2:00 comes twice; the first is meant.
    ['2014-11-02 01:30', NEW_YORK, '2014-11-02T01:30:00-04:00'],
    ['2014-07-01', 'CET', '2014-07-01T00:00:00+02:00'],
    ['2014-07-01', 'UTC', '2014-07-01T00:00:00+00:00'],
    ['2014-07-01', 'Asia/Kolkata', '2014-07-01T00:00:00+05:30'],
    ['2014-07-01', 'Pacific/Auckland', '2014-07-01T00:00:00+12:00'],
    ['2011-12-30 12:00', 'Pacific/Apia', '2011-12-31T12:00:00+14:00'],
  ])('%s in %s', (text, timeZone, iso) => {
    expect(read(text, timeZone)).toBe(iso);
  });

  it('zonedParts tells what a clock shows', () => {
    expect(zonedParts(Date.UTC(2014, 0, 5, 3, 4, 5), NEW_YORK)).toEqual({
      year: 2014,
      month: 1,
      day: 4,
      hour: 22,
      minute: 4,
      second: 5,
      weekday: 6,
      offset: -300,
    });
  });

  it('refuses a zone that does not exist', () => {
    expect(() => zonedParts(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('properties', () => {
  const zones = fc.constantFrom(
    NEW_YORK,
    'UTC',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
  );
  const times = fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => seconds * 1000);

  it('toISO is the same instant, and reads back', () => {
    fc.assert(
      fc.property(times, zones, (time, timeZone) => {
        const iso = toISO({ time, offset: zonedParts(time, timeZone).offset });
        expect(Date.parse(iso)).toBe(time);
        expect(parsePostDate(iso, 'UTC')?.time).toBe(time);
      }),
    );
  });

  it('never throws, and gives whole seconds', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom('2014', '-', '1', '05', ' ', ':', 'T', 'jan', "'", '/', '.', '+', 'am'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (text) => {
        const time = parsePostDate(text, NEW_YORK)?.time ?? 0;
        expect(Number.isInteger(time / 1000)).toBe(true);
      }),
    );
  });
});
