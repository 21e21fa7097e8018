import { expect, it } from 'vitest';
import { convertTimeZone } from '../../../src/cli/import/time-zone.ts';

it.each([
  'UTC',
  'GMT',
  'CET',
  'EST5EDT',
  'Etc/GMT+5',
  'Asia/Calcutta',
  'US/Pacific',
  'America/Port-au-Prince',
])('keeps %s', (name) => {
  expect(convertTimeZone(name)).toEqual({ timeZone: name });
});

it.each([
  [':Europe/Vienna', 'Europe/Vienna'],
  ['posix/Europe/Vienna', 'Europe/Vienna'],
])('reads %s', (name, timeZone) => {
  expect(convertTimeZone(name)).toEqual({ timeZone });
});

it.each([
  ['UTC+8', 'Etc/GMT+8'],
  ['UTC-5', 'Etc/GMT-5'],
  ['GMT+1', 'Etc/GMT+1'],
  ['UTC+08:00', 'Etc/GMT+8'],
  ['IST-5:30', '+05:30'],
  ['NST3:30', '-03:30'],
  ['<+08>-8', 'Etc/GMT-8'],
  ['JST-9', 'Etc/GMT-9'],
  ['XYZ0', 'UTC'],
  ['CET-1CEST', 'CET'],
  ['EST5EDT,M3.2.0,M11.1.0', 'America/New_York'],
  ['AEST-10AEDT,M10.1.0,M4.1.0/3', 'Etc/GMT-10'],
])('reads %s with the sign of POSIX', (name, timeZone) => {
  expect(convertTimeZone(name)).toEqual({ timeZone, note: expect.stringContaining(timeZone) });
});

it('says that a fixed offset has no summer time', () => {
  expect(convertTimeZone('AEST-10AEDT').note).toContain('without its summer time');
});

it.each(['Asia/Beijing', 'europe/vienna', 'PST', 'Vienna', '+08:00', 'Z', 8, true, 'UTC+99'])(
  'takes %j for UTC, as the operating system does, and says so',
  (value) => {
    expect(convertTimeZone(value)).toEqual({ timeZone: 'UTC', note: expect.any(String) });
  },
);
