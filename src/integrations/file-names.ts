import { readdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fileName } from '../post/route.ts';

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

async function renameBelow(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const place = path.join(folder, entry.name);
    await renameBelow(place);
    await renameFolder(place, path.join(folder, fileName(entry.name)));
  }
}

async function renameFolder(from: string, to: string): Promise<void> {
  if (to.endsWith('.html') && (await readdir(from)).join() === 'index.html') {
    const page = `${to}.page`;
    await rename(path.join(from, 'index.html'), page);
    await rmdir(from);
    await rename(page, to);
  } else if (from !== to) {
    await rename(from, to);
  }
}
