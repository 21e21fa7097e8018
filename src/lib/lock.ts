import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ContentError } from './problem.ts';

/** Who holds a lock. */
interface Holder {
  pid: number;
  host: string;
  /** ISO 8601. */
  started: string;
}

/** A build on another machine, of which nothing else can be known, is taken for dead after an hour. */
const LONGEST_BUILD = 60 * 60 * 1000;

/**
 * Makes sure that only one build at a time works on a project: two would write into the same cache
 * and the same folders. The lock of a build that was killed is taken over.
 * @param file the lock, absolute
 * @param root what the file is named relative to
 * @returns gives the lock back; the end of the process does so too
 * @throws ContentError where another build is running
 */
export function takeLock(file: string, root: string): () => void {
  const me: Holder = {
    pid: process.pid,
    host: os.hostname(),
    started: new Date().toISOString(),
  };
  mkdirSync(path.dirname(file), { recursive: true });
  // Linking is what makes it one step: the lock appears with its content, or it was there before.
  const draft = `${file}.${me.pid}`;
  writeFileSync(draft, JSON.stringify(me));
  try {
    if (!tryLink(draft, file)) {
      const holder = readHolder(file);
      if (holder && isAlive(holder)) throw lockedError(path.relative(root, file), holder);
      rmSync(file, { force: true });
      if (!tryLink(draft, file)) throw lockedError(path.relative(root, file), readHolder(file));
    }
  } finally {
    rmSync(draft, { force: true });
  }

  const release = () => {
    process.off('exit', release);
    if (readHolder(file)?.pid === me.pid) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host, started }: Holder): boolean {
  if (host !== os.hostname()) return Date.now() - Date.parse(started) < LONGEST_BUILD;
  // Numbers of processes come back: after a restart ours may be the one in the lock.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function lockedError(file: string, holder: Holder | undefined): ContentError {
  const who = holder && `process ${holder.pid} on ${holder.host}, since ${holder.started}`;
  const message = `another build of this site is running${who ? ` (${who})` : ''}`;
  return new ContentError([
    { file, message, hint: 'Wait until it ends. If there is none, remove this file.' },
  ]);
}
