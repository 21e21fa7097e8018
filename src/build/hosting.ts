import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readText } from '../lib/files.ts';
import { hostFiles, redirectsKnown, type Redirect } from '../source/redirects.ts';
import site from '../site.config.ts';

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
        if (redirects.length === 0) return;
        for (const { file, write } of hostFiles) {
          const owners = fileURLToPath(new URL(file, publicDir));
          const others = existsSync(owners) ? readText(owners) : '';
          writeFileSync(new URL(file, dir), write(redirects, site.base, others));
        }
      },
    },
  };
}
