import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { createAudit } from '../../src/audit/audit.ts';
import { readAddresses, type AddressesFound } from '../../src/audit/addresses.ts';
import { search } from '../../src/audit/search.ts';
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
  const withheld = withheldOf(sources, named, folder);
  const names = Object.keys(output);
  const found = search(options, audit.wanted(withheld), folder, names);
  const { leaks, problems } = audit.judge([found], folder, names, withheld, named);
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
  sources: Sources,
  named: ReadonlyMap<Asset, Candidate>,
  output: string,
): Asset[] {
  const outputs = [...named.keys()].flatMap(({ output }) => output ?? []);
  const left = unreferenced(outputs, addressesIn(sources, named, output).shown);
  return [...named.keys()].filter(({ output }) => output === undefined || left.has(output));
}

/** The addresses in an output. */
export function addressesIn(
  sources: Sources,
  named: ReadonlyMap<Asset, Candidate>,
  output: string,
  all = filesBelow(output),
): AddressesFound {
  const outputsOf = (assets: Iterable<Asset>) =>
    new Set([...assets].flatMap(({ output }) => output ?? []));
  const candidates = outputsOf(named.keys());
  const question = { output, all, candidates, copied: outputsOf(sources.assets) };
  return readAddresses(site, question, filesBelow(output));
}
