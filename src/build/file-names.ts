import { readdirSync, renameSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { outputName } from '../posts/route.ts';

/**
 * Gives pages the file names that Jekyll gives them: Astro writes `/a.html` as `a.html/index.html`,
 * and characters that mean something in a URL have been replaced for it (see `fileParam`).
 */
export function fileNames(): AstroIntegration {
  return {
    name: 'galley:file-names',
    hooks: { 'astro:build:done': ({ dir }) => renameBelow(fileURLToPath(dir)) },
  };
}

function renameBelow(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const from = path.join(folder, entry.name);
    if (entry.isDirectory()) renameBelow(from);
    const { name, isFile } = outputName(entry.name);
    const to = path.join(folder, name);
    if (isFile) {
      renameSync(path.join(from, 'index.html'), to);
      rmdirSync(from);
    } else if (name !== entry.name) {
      renameSync(from, to);
    }
  }
}
