import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../problem.ts';
import { listPostFiles } from './files.ts';
import type { Verdict } from './gate.ts';
import { POSTS_FOLDER, readPost, type PostSource, type ReadOptions } from './read.ts';

/** All that the posts' folder holds. */
export interface Folder {
  posts: PostSource[];
  withheld: { path: string; verdict: Verdict }[];
  /** What stops a build. */
  problems: Problem[];
  /** What does not. */
  warnings: Problem[];
}

/** How many files are read at a time: enough to keep the disk busy, far below the limit of open files. */
const BATCH = 64;

/** Reads and judges every post of a project. Nothing is thrown for what an author did: see `problems`. */
export async function readFolder(root: string, options: ReadOptions): Promise<Folder> {
  const folder: Folder = { posts: [], withheld: [], problems: [], warnings: [] };
  const base = path.join(root, POSTS_FOLDER);
  const files = await listPostFiles(base);
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const contents = await Promise.all(batch.map((file) => readFile(path.join(base, file))));
    for (const [i, file] of batch.entries()) {
      const reading = readPost(file, contents[i] ?? new Uint8Array(), options);
      if (reading.kind === 'post') {
        folder.posts.push(reading.post);
        folder.warnings.push(...reading.warnings);
      } else if (reading.kind === 'withheld') folder.withheld.push(reading);
      else folder.problems.push(...reading.problems);
    }
  }
  return folder;
}
