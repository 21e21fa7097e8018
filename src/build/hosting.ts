import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { policyOfSite, scriptsIn, type PageScripts } from '../html/content-policy.ts';
import { filesBelow, readText } from '../lib/files.ts';
import { lastSite } from '../outputs/outputs.ts';
import { headersOf, hostFiles } from '../source/hosting.ts';
import { redirectsKnown, type Redirect } from '../source/redirects.ts';
import site from '../site.config.ts';
import { writtenPages } from './write-pages.ts';

/** Writes the files that hosts read, in place of the owner's own, which they take up. */
export function hosting(): AstroIntegration {
  let redirects: readonly Redirect[] = [];
  let publicDir: URL | undefined;
  return {
    name: 'galley:hosting',
    hooks: {
      'astro:config:done'({ config }) {
        ({ publicDir } = config);
        redirectsKnown.receive((known) => (redirects = known));
      },
      'astro:build:done'({ dir }) {
        for (const [name, { scripts }] of writtenPages) noteScripts(name, scripts);
        const made = Array.from(writtenPages.values(), ({ scripts }) => scripts);
        const policy = policyOfSite([...made, ...keptScripts(), ...copiedPages(publicDir)]);
        const table = { redirects, headers: headersOf(policy), base: site.base };
        for (const { file, hosts, always, write } of hostFiles) {
          const isAsked = hosts.some((host) => site.hosting.includes(host));
          if (!isAsked && !(always && redirects.length > 0)) continue;
          const owners = fileURLToPath(new URL(file, publicDir));
          const others = existsSync(owners) ? readText(owners) : '';
          const place = fileURLToPath(new URL(file, dir));
          mkdirSync(path.dirname(place), { recursive: true });
          writeFileSync(place, write(table, others));
        }
      },
    },
  };
}

/** What pages run that are as they were, and so have not been made. */
const noteScripts = (name: string, scripts: PageScripts) =>
  lastSite().note(name, 'scripts', scripts);
const keptScripts = (): PageScripts[] =>
  lastSite().keptNames.flatMap(
    (name) => (lastSite().noteOf(name, 'scripts') as PageScripts | undefined) ?? [],
  );

/** Pages that the owner has put into `public/`. */
function copiedPages(publicDir: URL | undefined): PageScripts[] {
  const folder = publicDir === undefined ? '' : fileURLToPath(publicDir);
  return filesBelow(folder)
    .filter((file) => /\.html?$/i.test(file))
    .map((file) => scriptsIn(readText(path.join(folder, file)), site.url));
}
