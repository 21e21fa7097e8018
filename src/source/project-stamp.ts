import { readdirSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { stampOf } from '../lib/stamp.ts';
import { PUBLIC_FOLDER } from '../site/paths.ts';
import { draftsElsewhere } from './drafts-elsewhere.ts';

/** A digest by which is known that nobody has touched what a project is made of. */
export function projectStamp(root: string): string {
  const entries = readdirSync(root, { withFileTypes: true });
  return stampOf(root, [
    ...['src', PUBLIC_FOLDER].flatMap((folder) =>
      filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`),
    ),
    ...draftsElsewhere(root),
    ...entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
    'node_modules/.package-lock.json',
  ]);
}
