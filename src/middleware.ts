import { defineMiddleware } from 'astro/middleware';
import { dev } from 'virtual:galley';
import { SCRIPTS } from './comments/provider.ts';
import { pageScripts, policyOf, scriptsIn, withPolicy } from './html/content-policy.ts';
import site from './site.config.ts';

const OF_COMMENTS = site.comments ? SCRIPTS[site.comments.provider] : [];

/** Says in every page which scripts may run in it. Nothing is said in the dev server, which adds its own to each. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (dev || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const found = scriptsIn(html, site.url);
  if (html.includes('id="Page-comments"')) found.scripts.push(...OF_COMMENTS);
  pageScripts.send({ page: url.pathname, ...found });
  return new Response(withPolicy(html, policyOf(found)), response);
});
