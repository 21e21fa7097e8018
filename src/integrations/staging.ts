import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Builds the site beside its folder and puts it in place when everything has been written, so that
 * a build that fails leaves the site as it was. Must be the last integration.
 */
export function staging(): AstroIntegration {
  let target = '';
  let stage = '';
  return {
    name: 'galley:staging',
    hooks: {
      'astro:config:setup'({ command, config, updateConfig }) {
        if (command !== 'build') return;
        target = withoutSlash(fileURLToPath(config.outDir));
        stage = path.join(fileURLToPath(config.root), '.galley', 'staging', path.basename(target));
        updateConfig({ outDir: pathToFileURL(`${stage}/`) });
      },
      async 'astro:build:start'() {
        await rm(stage, { recursive: true, force: true });
      },
      async 'astro:build:done'() {
        await replaceFolder(stage, target);
      },
    },
  };
}

/** Renaming is the only step during which the folder is not there. */
async function replaceFolder(next: string, target: string): Promise<void> {
  const old = `${next}.old`;
  await rm(old, { recursive: true, force: true });
  await mkdir(path.dirname(target), { recursive: true });
  await rename(target, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(next, target);
  await rm(old, { recursive: true, force: true });
}

function withoutSlash(folder: string): string {
  return folder.replace(/[/\\]+$/, '');
}
