import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { renderSocialImages, type Rendered } from '../social/render.ts';
import { receive } from './handover.ts';

/**
 * Draws the images that networks show of a post into `/social/`, from when the posts are known until
 * the pages are written. The drafts preview has none.
 */
export function socialImages(): AstroIntegration {
  let outDir = '';
  let cacheDir = '';
  let rendered: Promise<Rendered> | undefined;
  return {
    name: 'galley:social',
    hooks: {
      'astro:config:done'({ config }) {
        outDir = fileURLToPath(config.outDir);
        cacheDir = fileURLToPath(new URL('social/', config.cacheDir));
      },
      'astro:build:start'() {
        receive('cards', (cards) => {
          rendered = renderSocialImages(cards, outDir, cacheDir);
          // A failure is reported when the pages are done.
          rendered.catch(() => {});
        });
      },
      async 'astro:build:done'({ logger }) {
        const { images, drawn } = (await rendered) ?? { images: 0, drawn: 0 };
        logger.info(`${images} images, ${drawn} of them drawn`);
      },
    },
  };
}
