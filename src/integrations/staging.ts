import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { takeLock } from './lock.ts';

/**
 * Builds the site beside its folder and puts it in place when everything has been written and
 * checked. A build that fails, is killed, or finds no more room leaves the site as it was. Must be
 * the last integration.
 */
export function staging(): AstroIntegration {
  let release: (() => void) | undefined;
  let places: Places | undefined;
  return {
    name: 'galley:staging',
    hooks: {
      'astro:config:setup'({ command, config, updateConfig }) {
        if (command !== 'build') return;
        const root = fileURLToPath(config.root);
        release ??= takeLock(path.join(root, '.galley', 'build.lock'), root);
        places = placesFor(fileURLToPath(config.outDir));
        recover(places);
        rmSync(places.stage, { recursive: true, force: true });
        updateConfig({ outDir: pathToFileURL(`${places.stage}/`) });
      },
      'astro:build:done'() {
        if (places) replaceFolder(places);
        release?.();
      },
    },
  };
}

/** A folder and its neighbours: on the same disk, because only there can folders be renamed. */
export interface Places {
  target: string;
  /** Where the next one is made. */
  stage: string;
  /** Where the last one waits to be removed. */
  old: string;
}

/** @param folder absolute path of what is to be replaced; a link is followed */
export function placesFor(folder: string): Places {
  const plain = folder.replace(/[/\\]+$/, '');
  const target = existsSync(plain) ? realpathSync(plain) : plain;
  const { dir, base } = path.parse(target);
  return {
    target,
    stage: path.join(dir, `.${base}.staging`),
    old: path.join(dir, `.${base}.old`),
  };
}

/** Brings back the folder where a build was killed between the two steps of `replaceFolder`. */
export function recover({ target, old }: Places): void {
  if (!existsSync(old)) return;
  if (existsSync(target)) rmSync(old, { recursive: true, force: true });
  else renameSync(old, target);
}

/**
 * Puts the staged folder in place of the target: in one step where the system's `mv` can exchange two
 * folders (Linux with coreutils 9.5), else in two, between which there is none for an instant.
 */
export function replaceFolder({ target, stage, old }: Places): void {
  if (!existsSync(target)) {
    renameSync(stage, target);
    return;
  }
  const exchange = spawnSync('mv', ['--exchange', '--no-target-directory', stage, target]);
  if (exchange.status === 0) renameSync(stage, old);
  else {
    renameSync(target, old);
    renameSync(stage, target);
  }
  rmSync(old, { recursive: true, force: true });
}
