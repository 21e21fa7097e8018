import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CONFIG_FILE,
  PAGES_FOLDER,
  POSTS_FOLDER,
  PUBLIC_FOLDER,
  WORK_FOLDER,
} from '../site/paths.ts';
import { initialMark, MARK } from '../site/mark.ts';
import { PALETTES } from '../site/theme.ts';
import { isPlaceholder } from './placeholders.ts';

/** What a fresh copy of Galley has in the places of its owner. */
export const REPLACED = [POSTS_FOLDER, PAGES_FOLDER, PUBLIC_FOLDER];
/** Where it goes, should somebody miss it. */
export const KEPT = `${WORK_FOLDER}/manual`;

/** Whether the project one stands in still is Galley's manual, and nobody's own site. */
export async function isManual(): Promise<boolean> {
  return existsSync(CONFIG_FILE) && isPlaceholder(await readFile(CONFIG_FILE, 'utf8'));
}

/** Takes the manual out of the project: its posts, pages and pictures. Nothing of it is deleted. */
export async function putManualAway(): Promise<void> {
  await putAway(REPLACED, KEPT);
}

/**
 * Moves folders of the project to another, where what was put away before makes room.
 * @param to relative to the project, as they are
 */
export async function putAway(folders: readonly string[], to: string): Promise<void> {
  for (const folder of folders.filter((folder) => existsSync(folder))) {
    const place = path.join(to, folder);
    await rm(place, { recursive: true, force: true });
    await mkdir(path.dirname(place), { recursive: true });
    await rename(folder, place);
  }
}

/** Gives a site that has no icon one with its initial. */
export async function drawFavicon(title: string): Promise<void> {
  const file = `${PUBLIC_FOLDER}/${MARK}`;
  if (existsSync(file)) return;
  await mkdir(PUBLIC_FOLDER, { recursive: true });
  await writeFile(file, initialMark(title, PALETTES.light));
}
