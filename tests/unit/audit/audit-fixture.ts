import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { Answers } from '../../../src/audit/answers.ts';
import { createAudit } from '../../../src/audit/audit.ts';
import { createLinkReader, follow, type Followed } from '../../../src/audit/links.ts';
import type { Asset, Sources } from '../../../src/audit/sources.ts';
import { problemsOf } from '../../../src/audit/told.ts';
import { readUnpublished, unreferenced, type Candidate } from '../../../src/audit/withheld.ts';
import { filesBelow } from '../../../src/lib/files.ts';
import type { Problem } from '../../../src/lib/problem.ts';
import { siteSchema, type Site } from '../../../src/site/schema.ts';

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
  const audit = await createAudit(root, options, NOW);
  const folder = folderWith(output);
  await audit.withheld(folder);
  const { leaks, problems } = await audit.verdict(folder);
  // Their own tests have them.
  const isAddress = ({ field = '' }: Problem) => ['address', 'link'].includes(field);
  return [...problems.filter((problem) => !isAddress(problem)), ...problemsOf(leaks)];
}

/** The sources of a project, and the assets that are withheld unless something public shows them. */
export const readProject = (root: string) =>
  readUnpublished(root, site, NOW, new Answers('', undefined));

/** The assets among the named ones that nothing in an output shows. */
export function withheldOf(
  sources: Sources,
  named: ReadonlyMap<Asset, Candidate>,
  output: string,
): Asset[] {
  const outputs = [...named.keys()].flatMap(({ output }) => output ?? []);
  const left = unreferenced(outputs, linksIn(sources, named, output).shown);
  return [...named.keys()].filter(({ output }) => output === undefined || left.has(output));
}

/** The links in an output. */
export function linksIn(
  sources: Sources,
  named: ReadonlyMap<Asset, Candidate>,
  output: string,
  all = filesBelow(output),
): Followed {
  const outputsOf = (assets: Iterable<Asset>) =>
    new Set([...assets].flatMap(({ output }) => output ?? []));
  const reader = createLinkReader(site, outputsOf(sources.assets));
  for (const file of filesBelow(output)) {
    reader.read(file, () => readFileSync(path.join(output, file), 'utf8'));
  }
  return follow(reader.links, output, all, outputsOf(named.keys()));
}
