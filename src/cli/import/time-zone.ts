/** A time zone as the configuration has it, and what is to be said of it. */
export interface ConvertedZone {
  timeZone: string;
  note?: string;
}

/** A POSIX string: a name, the hours that are to be added to reach UTC, and perhaps summer time. */
const POSIX = /^(?:<[^<>]+>|[a-z]{3,})([+-]?)(\d{1,2})(?::(\d\d))?(?::\d\d)?(.*)$/i;

/** Zones of the tz database that have no folder. Other abbreviations, such as PST, are none. */
const PLAIN =
  /^(?:CET|CST6CDT|Cuba|EET|EST|EST5EDT|Egypt|Eire|GB|GB-Eire|GMT[+-]?0?|Greenwich|HST|Hongkong|Iceland|Iran|Israel|Jamaica|Japan|Kwajalein|Libya|MET|MST|MST7MDT|NZ|NZ-CHAT|Navajo|PRC|PST8PDT|Poland|Portugal|ROC|ROK|Singapore|Turkey|UCT|UTC|Universal|W-SU|WET|Zulu)$/;

/** Zones that have the summer time which POSIX strings often name. */
const WITH_SUMMER_TIME: Record<string, string> = {
  WET0WEST: 'WET',
  GMT0BST: 'Europe/London',
  'CET-1CEST': 'CET',
  'EET-2EEST': 'EET',
  'MSK-3MSD': 'Europe/Moscow',
  EST5EDT: 'America/New_York',
  CST6CDT: 'America/Chicago',
  MST7MDT: 'America/Denver',
  PST8PDT: 'America/Los_Angeles',
};

/**
 * A `timezone` of Jekyll, which hands it to the operating system as `TZ`: a name of the tz database, a
 * POSIX string (with its sign turned round: `UTC+8` is west of Greenwich), and for anything else UTC.
 * https://www.gnu.org/software/libc/manual/html_node/TZ-Variable.html
 */
export function convertTimeZone(value: unknown): ConvertedZone {
  if (typeof value !== 'string') {
    return { timeZone: 'UTC', note: 'expected a name such as Europe/Vienna; UTC is used.' };
  }
  const name = value.replace(/^:/, '').replace(/^(?:posix|right)\//, '');
  const isCapital = name.split('/').every((part) => /^[A-Z]/.test(part));
  if (isCapital && (name.includes('/') || PLAIN.test(name)) && resolve(name)) {
    return { timeZone: name };
  }
  const [whole, sign, hours = '', minutes = '00', rest = ''] = POSIX.exec(name) ?? [];
  if (whole !== undefined && Number(hours) <= 24) {
    const timeZone = WITH_SUMMER_TIME[name.replace(/,.*/, '')] ?? offsetZone(sign, hours, minutes);
    if (resolve(timeZone)) {
      const isFixed = /^(?:Etc|UTC|[+-])/.test(timeZone);
      const loss = rest !== '' && isFixed ? ', without its summer time' : '';
      const other = sign === '-' ? '+' : '-';
      const isDoubtful = /^(?:UTC|GMT)[+-]/.test(name) && timeZone.startsWith('Etc');
      const doubt = isDoubtful ? ` Did you mean Etc/GMT${other}${Number(hours)}?` : '';
      return { timeZone, note: `is read as Jekyll reads it, as ${timeZone}${loss}.${doubt}` };
    }
  }
  const meant = resolve(name.trim());
  return {
    timeZone: 'UTC',
    note: `is no time zone; Jekyll used UTC, and so does this.${meant ? ` Did you mean ${meant}?` : ''}`,
  };
}

/** `UTC+8` is behind: in the tz database it is Etc/GMT+8, as an offset -08:00. */
function offsetZone(sign: string | undefined, hours: string, minutes: string): string {
  const isAhead = sign === '-';
  const count = Number(hours);
  if (minutes !== '00') return `${isAhead ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
  return count === 0 ? 'UTC' : `Etc/GMT${isAhead ? '-' : '+'}${count}`;
}

/** The name that JavaScript gives a zone, if it knows it. */
function resolve(timeZone: string): string | undefined {
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
