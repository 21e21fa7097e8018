import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { createAudit } from '../../src/audit/audit.ts';
import { createAddressReader } from '../../src/audit/addresses.ts';
import { readSources, type Asset, type Sources } from '../../src/audit/sources.ts';
import { problemsOf } from '../../src/audit/told.ts';
import {
  hiddenAssets,
  meaningsOf,
  shownBesidePosts,
  unreferenced,
  type Candidate,
} from '../../src/audit/withheld.ts';
import { filesBelow } from '../../src/files.ts';
import { createDialect } from '../../src/post/dialect.ts';
import type { PostSource } from '../../src/post/read.ts';
import type { Problem } from '../../src/problem.ts';
import { siteSchema, type Site } from '../../src/site/schema.ts';

/** Files by their paths. */
export type Files = Record<string, string | Uint8Array>;

export const site = siteSchema.parse({
  url: 'https://example.org',
  title: 'Field notes',
  author: { name: 'Ada' },
});
const NOW = Date.parse('2026-06-01T12:00:00Z');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes files into a new folder, which is gone after the tests. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-audit-'));
  folders.push(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

/** The path of a post in a project. */
export const post = (name: string): string => `src/content/posts/${name}`;

/** What an audit says of an output, given the sources of a project. */
export async function auditFiles(
  files: Files,
  output: Files,
  config: Partial<Site> = {},
): Promise<Problem[]> {
  const root = folderWith(files);
  const options = { ...site, ...config };
  const { sources, named, meanings, dialect } = await readProject(root);
  const suspects = [...named.keys()];
  const audit = createAudit({ root, site: options, sources, suspects, meanings, dialect });
  const folder = folderWith(output);
  const withheld = withheldOf(root, sources, named, folder);
  const { leaks, problems } = audit.search(folder, Object.keys(output), withheld, named);
  return [...problems, ...problemsOf(leaks)];
}

/** The sources of a project, and the assets that are withheld unless something public shows them. */
export async function readProject(root: string) {
  const sources = readSources(root, site, NOW);
  const dialectOf = (posts: PostSource[]) =>
    createDialect(
      root,
      site,
      { posts, withheld: [], pages: sources.pages, withheldPages: [] },
      NOW,
    );
  const all = await dialectOf([...sources.posts, ...sources.drafts]);
  const meanings = meaningsOf(sources, all);
  const named = hiddenAssets(root, sources, site, meanings);
  const dialect = await dialectOf(sources.posts);
  const shown = shownBesidePosts(root, [...named.keys()], sources, site, dialect);
  for (const asset of shown) named.delete(asset);
  return { sources, named, meanings, dialect };
}

/** The assets among the named ones that nothing in an output shows. */
export function withheldOf(
  root: string,
  sources: Sources,
  named: ReadonlyMap<Asset, Candidate>,
  output: string,
): Asset[] {
  const files = filesBelow(output);
  const reader = createAddressReader(root, sources, site, [...named.values()]);
  const outputs = [...named.keys()].flatMap(({ output }) => output ?? []);
  const left = unreferenced(outputs, reader.read(output, files, files));
  return [...named.keys()].filter(({ output }) => output === undefined || left.has(output));
}
