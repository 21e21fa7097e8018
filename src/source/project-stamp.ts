import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { stampOf, statsOf } from '../lib/stamp.ts';
import { PUBLIC_FOLDER } from '../site/paths.ts';
import { draftsElsewhere } from './drafts-elsewhere.ts';

/** A digest by which is known that nobody has touched what a project is made of. */
export function projectStamp(root: string): string {
  // Folders have a time of their own, also where links lead to them.
  const isFile = (name: string) =>
    statSync(path.join(root, name), { throwIfNoEntry: false })?.isFile();
  const files = [
    ...['src', PUBLIC_FOLDER].flatMap((folder) =>
      filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`),
    ),
    ...draftsElsewhere(root),
    ...readdirSync(root).filter(isFile),
    'node_modules/.package-lock.json',
  ];
  return stampOf(statsOf(root, files));
}
