import { spawnSync } from 'node:child_process';
import { ContentError } from '../../lib/problem.ts';

/** A file as git keeps it. */
export interface Blob {
  mode: string;
  hash: string;
}

/** Files by their paths, with `/`. */
export type Tree = ReadonlyMap<string, Blob>;

const MOST_BYTES = 1e9;

/** Runs git in a folder. @throws ContentError where it fails, with what it said */
export function git(folder: string, args: readonly string[], options: GitOptions = {}): string {
  const { input, index } = options;
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
    ...(input !== undefined && { input }),
    env: { ...process.env, ...(index !== undefined && { GIT_INDEX_FILE: index }) },
  });
  if (status === 0) return stdout;
  const message = error?.message ?? stderr.trim();
  throw new ContentError([{ file: `git ${args[0]}`, message }]);
}

interface GitOptions {
  input?: string;
  /** Another index than that of the work tree. */
  index?: string;
}

/** The same, or nothing where it fails. */
export function tryGit(folder: string, args: readonly string[]): string | undefined {
  try {
    return git(folder, args);
  } catch {
    return undefined;
  }
}

/** The files of a commit. */
export function treeOf(folder: string, commit: string): Tree {
  const rows = git(folder, ['ls-tree', '-r', '-z', commit]).split('\0').filter(Boolean);
  return new Map(
    rows.map((row) => {
      const [meta = '', file = ''] = row.split('\t');
      const [mode = '', , hash = ''] = meta.split(' ');
      return [file, { mode, hash }];
    }),
  );
}

/** Writes a tree. @param index where git may work on it */
export function writeTree(folder: string, tree: Tree, index: string): string {
  git(folder, ['read-tree', '--empty'], { index });
  const rows = Array.from(tree, ([file, { mode, hash }]) => `${mode} ${hash}\t${file}\0`);
  git(folder, ['update-index', '-z', '--index-info'], { index, input: rows.join('') });
  return git(folder, ['write-tree'], { index }).trim();
}
