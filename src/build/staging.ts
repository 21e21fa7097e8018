import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../lib/files.ts';
import { statsOf, type FileStats } from '../lib/stamp.ts';
import { ContentError } from '../lib/problem.ts';
import { WORK_FOLDER } from '../site/paths.ts';
import { takeLock } from '../lib/lock.ts';
import { lastSite } from '../outputs/outputs.ts';
import { draftsPreview } from '../site/environment.ts';

/**
 * Builds the site in a folder of the project, where no web server looks, and puts it in place when
 * everything has been written and checked. A build that fails, is killed, or finds no more room leaves
 * the site as it was. Must be the last integration.
 */
export function staging(): AstroIntegration {
  let release: (() => void) | undefined;
  let places: Places | undefined;
  return {
    name: 'galley:staging',
    hooks: {
      'astro:config:setup'({ command, config, updateConfig }) {
        const root = fileURLToPath(config.root);
        if (command === 'preview') requireSite(fileURLToPath(config.outDir), root);
        if (command !== 'build') return;
        release ??= takeLock(path.join(root, WORK_FOLDER, 'build.lock'), root);
        places = placesFor(fileURLToPath(config.outDir), root);
        if (!draftsPreview()) lastSite().rescue(places.stage);
        recover(places);
        process.once('exit', (code) => {
          const lack = code === 0 ? undefined : lackOfRoom(root);
          if (lack !== undefined) console.error(lack);
        });
        updateConfig({ outDir: pathToFileURL(`${places.stage}/`) });
      },
      'astro:build:done'({ logger }) {
        if (places) {
          const { target } = places;
          publish(places, (old) => {
            if (!draftsPreview()) lastSite().remember(target, old);
          });
          const files = lastSite().files ?? statsOf(target, filesBelow(target));
          logger.info(`${places.folder}/ is in place: ${sizeOf(files)}`);
        }
        release?.();
      },
    },
  };
}

/** A build that fails with less room on its disk, in bytes, has most likely failed for the want of it. */
const LITTLE_ROOM = 5e6;

/** What is to be known of the disk after a failure: whoever could not write says it in words of their own. */
function lackOfRoom(folder: string): string | undefined {
  const { bavail, bsize } = statfsSync(folder);
  const room = bavail * bsize;
  if (room >= LITTLE_ROOM) return undefined;
  return `\nThe disk is full: ${folder} has room for ${(room / 1e6).toFixed(1)} MB. The site before is as it was.`;
}

/** How many files there are, and how large they are together. */
function sizeOf(files: FileStats): string {
  const bytes = files.values().reduce((sum, stats) => sum + (stats?.size ?? 0), 0);
  return `${files.size} files, ${(bytes / 1e6).toFixed(1)} MB`;
}

/** @throws ContentError where there is nothing to preview */
function requireSite(folder: string, root: string): void {
  if (existsSync(folder)) return;
  const file = path.relative(root, folder);
  throw new ContentError([
    { file, message: 'expected a built site', hint: 'Run `npm run build` first.' },
  ]);
}

/** A folder, and those that have to do with it. */
export interface Places {
  /** As the configuration names it. */
  folder: string;
  /** The folder itself, where a link leads to it. */
  target: string;
  /** Where the next one is made: always in the project, because a neighbour of the target may be served. */
  stage: string;
  /** Where the next one lies when it has been checked: beside the target, because only there can folders be exchanged. */
  next: string;
  /** Where the last one waits to be removed. */
  old: string;
}

/**
 * @param folder absolute path of what is to be replaced; a link is followed, also to what is not there yet
 * @param root absolute path of the project
 * @throws ContentError where a link leads to itself
 */
export function placesFor(folder: string, root: string): Places {
  const plain = folder.replace(/[/\\]+$/, '');
  const target = behindLinks(plain);
  const { dir, base } = path.parse(target);
  return {
    folder: path.relative(root, plain),
    target,
    stage: path.join(root, `.${path.basename(plain)}.staging`),
    next: path.join(dir, `.${base}.staging`),
    old: path.join(dir, `.${base}.old`),
  };
}

/** As systems have it: more links than that lead in a circle. */
const MOST_LINKS = 40;

function behindLinks(place: string): string {
  let end = place;
  for (let i = 0; i < MOST_LINKS; i++) {
    if (!lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink()) return end;
    end = path.resolve(path.dirname(end), readlinkSync(end));
  }
  const message = 'expected a folder, or a link to one; this link leads to itself';
  throw new ContentError([{ file: path.basename(place), message }]);
}

/**
 * Takes away what a build left that was killed, and brings back the folder where it was killed between
 * the two steps of `replaceFolder`.
 */
export function recover({ target, stage, next, old }: Places): void {
  for (const left of [stage, next]) rmSync(left, { recursive: true, force: true });
  if (!existsSync(old)) return;
  if (existsSync(target)) rmSync(old, { recursive: true, force: true });
  else renameSync(old, target);
}

/**
 * Puts the staged folder in place of the target.
 * @param onPlaced is told where the one before is, which is then removed
 * @throws ContentError where the system does not let it, with the target as it was
 */
export function publish(places: Places, onPlaced = (_old: string): void => {}): void {
  try {
    mkdirSync(path.dirname(places.target), { recursive: true });
    move(places.stage, places.next);
    replaceFolder(places);
  } catch (error) {
    recover(places);
    const { target, folder } = places;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the new site cannot be put in place: ${reason}`;
    const hint = `The site before is as it was. ${target} must be a folder that can be renamed, not a disk of its own, and its neighbours must be writable.`;
    throw new ContentError([{ file: folder, message, hint }]);
  }
  onPlaced(places.old);
  rmSync(places.old, { recursive: true, force: true });
}

/** Moves a folder, to another disk too. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

/**
 * Puts the next folder in place of the target: in one step where the system's `mv` can exchange two
 * folders (Linux with coreutils 9.5), else in two, between which there is none for an instant.
 */
function replaceFolder({ target, next, old }: Places): void {
  if (!existsSync(target)) {
    renameSync(next, target);
    return;
  }
  const exchange = spawnSync('mv', ['--exchange', '--no-target-directory', next, target]);
  if (exchange.status === 0) renameSync(next, old);
  else {
    renameSync(target, old);
    renameSync(next, target);
  }
}
