import { readFileSync } from 'node:fs';
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

/** Reads and judges every post of a project. Nothing is thrown for what an author did: see `problems`. */
export function readFolder(root: string, options: ReadOptions): Folder {
  const folder: Folder = { posts: [], withheld: [], problems: [], warnings: [] };
  const base = path.join(root, POSTS_FOLDER);
  for (const file of listPostFiles(base)) {
    const reading = readPost(file, readFileSync(path.join(base, file)), options);
    if (reading.kind === 'post') {
      folder.posts.push(reading.post);
      folder.warnings.push(...reading.warnings);
    } else if (reading.kind === 'withheld') folder.withheld.push(reading);
    else folder.problems.push(...reading.problems);
  }
  return folder;
}
