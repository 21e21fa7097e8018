import { existsSync, lstatSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, rmdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from '../../lib/files.ts';
import { WORK_FOLDER } from '../../site/paths.ts';

/** A file that an import brings: from an absolute path, or with these contents. */
export interface Brought {
  /** Path in the project, with `/`. */
  to: string;
  from: string | { text: string | Buffer };
}

/** A folder in which all that an import brings lies as it will in the project, before any of it is there. */
export interface Stage {
  /** Absolute path. */
  folder: string;
  /** Puts it into the project. */
  commit(): Promise<void>;
  /** Takes the folder away. */
  remove(): Promise<void>;
}

/**
 * Lays out what an import brings, among what stays of the project.
 * @param root absolute path of the project
 * @param staying folders of the project of which everything stays but what is overwritten
 */
export async function openStage(
  root: string,
  files: readonly Brought[],
  staying: readonly string[],
): Promise<Stage> {
  const work = path.join(root, WORK_FOLDER);
  const isNew = !existsSync(work);
  await mkdir(work, { recursive: true });
  const folder = await mkdtemp(path.join(work, 'import-'));
  const stage: Stage = {
    folder,
    async commit() {
      const folders = new Set(files.map(({ to }) => path.join(root, path.dirname(to))));
      await Promise.all([...folders].map((place) => mkdir(place, { recursive: true })));
      for (const { to } of files) {
        const place = path.join(root, to);
        // A file cannot take the place of a folder.
        if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) {
          await rm(place, { recursive: true });
        }
        await rename(path.join(folder, to), place);
      }
    },
    async remove() {
      await rm(folder, { recursive: true, force: true });
      if (isNew) await rmdir(work).catch(() => undefined);
    },
  };
  try {
    await layOut(folder, files);
    for (const file of staying.flatMap((below) => filesIn(root, below))) {
      const place = path.join(folder, file);
      if (existsSync(place)) continue;
      await mkdir(path.dirname(place), { recursive: true });
      await symlink(path.join(root, file), place);
    }
  } catch (error) {
    await stage.remove();
    throw error;
  }
  return stage;
}

function filesIn(root: string, folder: string): string[] {
  return filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`);
}

/** Byte for byte. */
async function layOut(folder: string, files: readonly Brought[]): Promise<void> {
  const folders = new Set(files.map(({ to }) => path.join(folder, path.dirname(to))));
  await Promise.all([...folders].map((place) => mkdir(place, { recursive: true })));
  await Promise.all(
    files.map(({ from, to }) => {
      const place = path.join(folder, to);
      return typeof from === 'string' ? copyFile(from, place) : writeFile(place, from.text);
    }),
  );
}
