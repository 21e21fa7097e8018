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
  for (const folder of REPLACED.filter((folder) => existsSync(folder))) {
    const to = path.join(KEPT, folder);
    await rm(to, { recursive: true, force: true });
    await mkdir(path.dirname(to), { recursive: true });
    await rename(folder, to);
  }
}

/** Gives a site that has no icon one with its initial. */
export async function drawFavicon(title: string): Promise<void> {
  const file = `${PUBLIC_FOLDER}/favicon.svg`;
  if (existsSync(file)) return;
  const [initial = ''] = title.match(/[\p{L}\p{N}]/u) ?? [];
  const { accent, paper } = PALETTES.light;
  await mkdir(PUBLIC_FOLDER, { recursive: true });
  await writeFile(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="${accent}"/><text x="16" y="23.5" text-anchor="middle" font-family="serif" font-weight="bold" font-size="22" fill="${paper}">${initial.toUpperCase()}</text></svg>\n`,
  );
}
