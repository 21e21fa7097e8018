import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readText } from '../files.ts';
import { receive } from './handover.ts';

/**
 * Writes `_redirects`, for hosts that read it: the rows of the site, and behind them those of the
 * owner's `public/_redirects`. The first row that fits counts, and owners end theirs with rows that
 * fit everything.
 */
export function hosting(): AstroIntegration {
  let rows = '';
  let owners = '';
  return {
    name: 'galley:hosting',
    hooks: {
      'astro:config:done'({ config }) {
        owners = fileURLToPath(new URL('_redirects', config.publicDir));
        receive('redirects', (known) => (rows = known));
      },
      'astro:build:done'({ dir }) {
        if (rows === '') return;
        const others = existsSync(owners) ? readText(owners) : '';
        writeFileSync(new URL('_redirects', dir), rows + others);
      },
    },
  };
}
