import { first } from 'virtual:galley/typeface';
import { feedStyle } from '../feeds/style.ts';
import { interfaceFor } from '../i18n/strings.ts';
import site from '../site.config.ts';

export function GET(): Response {
  const [roman] = first;
  return new Response(feedStyle(site, interfaceFor(site.lang).strings.feedsText, roman), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
}
