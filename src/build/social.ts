import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { postsRead } from '../source/data.ts';
import site from '../site.config.ts';
import { socialCard } from '../social/card.ts';
import type { Drawn } from '../social/draw.ts';
import type { SocialWork } from '../social/draw-worker.ts';
import { messageOf, startThread } from '../lib/thread.ts';
import { lastSite } from '../outputs/outputs.ts';

const WORKER = new URL('../social/draw-worker.ts', import.meta.url);

/**
 * Puts the images that networks show of a post into `/social/`. They are drawn from when the posts
 * have been read, beside everything else that the build does. The drafts preview has none.
 */
export function socialImages(): AstroIntegration {
  let isBuild = false;
  let drawing: Promise<Drawn> | undefined;
  return {
    name: 'galley:social',
    hooks: {
      'astro:config:setup'({ command }) {
        isBuild = command === 'build';
      },
      'astro:config:done'({ config }) {
        if (!isBuild) return;
        const cacheDir = fileURLToPath(new URL('social/', config.cacheDir));
        postsRead.receive((posts) => {
          const cards = posts.flatMap((post) => socialCard(post, site) ?? []);
          drawing = messageOf(startThread<SocialWork>(WORKER, { cards, cacheDir }));
        });
      },
      async 'astro:build:done'({ dir, logger }) {
        const { images, drawn } = (await drawing) ?? { images: [], drawn: 0 };
        const outDir = fileURLToPath(dir);
        await mkdir(path.join(outDir, 'social'), { recursive: true });
        const missing = images.filter(({ path: address, file }) => {
          const name = address.slice(1);
          return !lastSite().keep(name, path.basename(file), () => [name]);
        });
        await Promise.all(
          missing.map((image) => copyFile(image.file, path.join(outDir, image.path))),
        );
        logger.info(`${images.length} images for networks, ${drawn} of them new`);
      },
    },
  };
}
