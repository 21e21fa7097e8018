import { drafts } from 'virtual:galley';
import { absolute } from '../posts/href.ts';

/** https://www.rfc-editor.org/rfc/rfc9309 ; nobody may index the drafts preview. */
export function GET(): Response {
  const rules = drafts
    ? ['User-agent: *', 'Disallow: /']
    : ['User-agent: *', 'Allow: /', '', `Sitemap: ${absolute('/sitemap-index.xml')}`];
  return new Response(`${rules.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
