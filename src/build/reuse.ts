import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { detached } from '../lib/detached.ts';
import { filesBelow, readText } from '../lib/files.ts';
import { once } from '../lib/once.ts';
import { decodePath } from '../lib/url.ts';
import { lastSite, type Outputs } from '../outputs/outputs.ts';
import { outputFile } from '../posts/route.ts';
import site from '../site.config.ts';
import { fingerprint, NOT_FOR_PAGES } from '../store/fingerprint.ts';
import { removeUnshownPictures } from './unshown-pictures.ts';

/** A path that Astro makes a file of. */
type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * Takes from the site before what would become what it was. Comes after what writes files and before what
 * reads them all.
 */
export function reuse(): AstroIntegration {
  return {
    name: 'galley:reuse',
    hooks: {
      'astro:build:done'({ dir }) {
        removeUnshownPictures(fileURLToPath(dir), ASSETS, (file) => lastSite().kept.has(file));
        lastSite().complete(fileURLToPath(dir));
      },
    },
  };
}

/**
 * The pages and feeds that have to be made: those of which `cacheKey` (see `page-key.ts`), code or styles are
 * others than those of the site before.
 * @param root absolute path of the project
 * @param folder where the site is being built
 */
export function pathsToMake(paths: readonly Path[], root: string, folder: string): Path[] {
  const code = fingerprint(root, [site, surroundings(root)], NOT_FOR_PAGES);
  const parts = [code, ...assetNames(folder)];
  const shared = hash('sha1', parts.join(), 'base64url');
  const known = Map.groupBy(paths, ({ pathname }) => pageName(pathname));
  // Of several at one address Astro chooses, and tells.
  return [...known.values()].flatMap((paths) =>
    paths.filter((path) => paths.length > 1 || !isKept(lastSite(), path, shared)),
  );
}

function isKept(outputs: Outputs, { pathname, route, cacheKey }: Path, shared: string): boolean {
  if (!cacheKey) return false;
  const file = outputFile(pathname, route.type === 'page');
  return outputs.keep(pageName(pathname), `${shared} ${cacheKey}`, (folder) => {
    const names = written.get(file);
    if (!names) return [];
    const exists = existsIn(folder);
    return [file, ...names.filter(exists)];
  });
}

/** What pages and feeds name of the files that a build makes, by their own file. */
const written = new Map<string, string[]>();

/** Whether there is a file in a folder that has all: thousands of pages name the same few. */
const existsIn = once((folder: string) =>
  once((name: string) => existsSync(path.join(folder, name))),
);

/** Remembers a page or feed that is being written. */
export function noteWritten(file: string, content: string | Buffer): void {
  // What is copied may be a film: it is not made a text to find nothing in it.
  written.set(file, content.includes(`${ASSETS}/`) ? assetsIn(content.toString()) : []);
  lastSite().noteDigest(file, content);
}

/** By what a path is remembered, however it is written. */
export function pageName(pathname: string): string {
  return pathname.replace(/\/$/, '');
}

/** What components can ask Vite for, and how the build was asked for. https://vite.dev/guide/env-and-mode */
export function surroundings(root: string): unknown {
  const files = readdirSync(root).filter((name) => /^\.env(?:\.|$)/.test(name));
  return [
    files.map((name) => readText(path.join(root, name))),
    Object.entries(process.env).filter(([name]) => name.startsWith('PUBLIC_')),
    process.argv.slice(2).filter((arg) => arg !== '--details' && arg !== '--force'),
  ];
}

const ASSETS = '_astro';

/** The scripts and styles of all pages: their names have the digests of what they hold. */
function assetNames(folder: string): string[] {
  return filesBelow(path.join(folder, ASSETS)).filter((name) => /\.(?:css|js)$/.test(name));
}

const assetName = once((name: string) => detached(`${ASSETS}/${decodePath(name)}`));

/** What a page or feed names of the files that a build makes. */
function assetsIn(text: string): string[] {
  const names = Array.from(text.matchAll(/\b_astro\/([^"'\s<>()\\?#]+)/g), ([, name = '']) => name);
  return [...new Set(names)].map(assetName);
}
