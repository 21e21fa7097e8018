import { zonedParts } from '../../jekyll/rules/date.ts';
import { buildTime } from '../../site/environment.ts';
import site from '../../site.config.ts';

/** What the foot of every page says of whose it is. */
export function copyright(): string {
  const { copyright: text, author, timeZone } = site;
  const year = () => String(zonedParts(buildTime(), timeZone).year);
  return text?.replaceAll('{year}', year) ?? author.name;
}
