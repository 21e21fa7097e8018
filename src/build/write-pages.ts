import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { SCRIPTS } from '../comments/provider.ts';
import { policyOf, scriptsIn, withPolicy, type PageScripts } from '../html/content-policy.ts';
import { sitemapEntry, type SitemapEntry } from '../html/sitemap-entry.ts';
import { readText } from '../lib/files.ts';
import { createBehindWriter } from '../lib/write-behind.ts';
import { decodePath } from '../lib/url.ts';
import { outputFile } from '../posts/route.ts';
import site from '../site.config.ts';
import { draftsPreview } from '../site/environment.ts';
import { noteWritten, pageName, pathsToMake } from './reuse.ts';

/** What others have to know of the pages that have been written, by `pageName`. */
export const writtenPages = new Map<string, { scripts: PageScripts; entry: SitemapEntry }>();

/**
 * Leaves out the pages and feeds that the site before has already, and writes each of the others when it has been
 * rendered: under the name that Jekyll gives it, where Astro would make `/a.html` a folder, and pages with a
 * policy of what may run in them. Nobody waits for the disk before the next is rendered, as Astro does.
 */
export function writePages(): AstroIntegration {
  let root = '';
  let publicDir = '';
  let outDir = '';
  return {
    name: 'galley:pages',
    hooks: {
      'astro:config:done'({ config }) {
        root = fileURLToPath(config.root);
        publicDir = fileURLToPath(config.publicDir);
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:start'({ setPrerenderer, logger }) {
        const { write, finish } = createBehindWriter(outDir);
        const writePage = (file: string, content: string | Buffer) => {
          noteWritten(file, content);
          return write(file, content);
        };
        setPrerenderer((usual) => ({
          ...usual,
          name: 'galley',
          async getStaticPaths() {
            const paths = await usual.getStaticPaths();
            return draftsPreview() ? paths : pathsToMake(paths, root, outDir);
          },
          async render(request, options) {
            const rendered = await usual.render(request, options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            if (!response.body || isRedirect(response)) return rendered;
            const { pathname } = new URL(request.url);
            const below = decodePath(pathname.slice(site.base.length));
            const file = outputFile(below, options.routeData.type === 'page');
            const owners = path.join(publicDir, file);
            if (existsSync(owners)) {
              logger.warn(`public/${file} stays: the page or feed of that address is not written`);
              if (isHtml(response)) notePage(pageName(below), readText(owners));
            } else if (isHtml(response)) {
              const html = await response.text();
              await writePage(file, withPolicy(html, policyOf(notePage(pageName(below), html))));
            } else await writePage(file, Buffer.from(await response.arrayBuffer()));
            // Of what has no body Astro makes no file.
            return new Response(null);
          },
          async teardown() {
            await usual.teardown?.();
            await finish();
          },
        }));
      },
    },
  };
}

const isRedirect = ({ status }: Response): boolean => status >= 300 && status < 400;
const isHtml = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') ?? false;

const OF_COMMENTS = site.comments ? SCRIPTS[site.comments.provider] : [];

/** @returns what the page runs and loads */
function notePage(name: string, html: string): PageScripts {
  const scripts = scriptsIn(html, site.url);
  if (html.includes('id="Page-comments"')) scripts.scripts.push(...OF_COMMENTS);
  writtenPages.set(name, { scripts, entry: sitemapEntry(html) });
  return scripts;
}
