import type { FileRecord } from '../markdown/local-files.ts';

/** What the text of an entry of the store has to do with files. */
export function filesOf(entry: {
  rendered?: { metadata?: Record<string, unknown> | undefined } | undefined;
}): FileRecord | undefined {
  const frontmatter = entry.rendered?.metadata?.['frontmatter'] as
    Record<string, unknown> | undefined;
  return frontmatter?.['files'] as FileRecord | undefined;
}
