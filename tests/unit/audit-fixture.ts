import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAudit } from '../../src/audit/audit.ts';
import { unpublishedAssets } from '../../src/audit/pictures.ts';
import { readSources } from '../../src/audit/sources.ts';
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

/** Writes files into a new folder. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-audit-'));
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
  const { sources, withheld } = await readProject(root);
  const audit = createAudit({ root, site: { ...site, ...config }, sources, withheld });
  return audit(folderWith(output), Object.keys(output));
}

/** The sources of a project, and the assets that are withheld. */
export async function readProject(root: string) {
  const sources = readSources(root, site, NOW);
  return { sources, withheld: unpublishedAssets(root, sources, site) };
}
