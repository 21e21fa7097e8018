import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../lib/files.ts';
import { lastSite } from '../outputs/outputs.ts';
import site from '../site.config.ts';

/** What gets smaller: text, and pictures that are text. */
const TEXT = /\.(?:html?|css|m?js|json|xml|txt|svg|webmanifest|md|ics)$/i;
/** Less than that fits into one packet either way. */
const SMALL = 1024;
/** More (9) makes texts a fiftieth smaller and takes 30 times as long. */
const BROTLI_QUALITY = 5;
/** Files at a time; zlib has four threads. */
const AT_A_TIME = 8;

/**
 * Puts `.br` and `.gz` files beside texts where one's own server hands them out instead of packing each
 * answer. Comes after the audit, which has read what is packed.
 */
export function compression(): AstroIntegration {
  return {
    name: 'galley:packed',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        if (!site.hosting.some((host) => host === 'nginx' || host === 'caddy')) return;
        const folder = fileURLToPath(dir);
        const texts = filesBelow(folder).filter(
          (file) => TEXT.test(file) && statSync(path.join(folder, file)).size >= SMALL,
        );
        const { kept } = lastSite();
        const queue = texts.filter((file) => !kept.has(`${file}.br`)).values();
        const pack = async () => {
          for (const file of queue) await compress(path.join(folder, file));
        };
        await Promise.all(Array.from({ length: AT_A_TIME }, pack));
        logger.info(`${texts.length} texts lie there as .br and .gz too`);
      },
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
