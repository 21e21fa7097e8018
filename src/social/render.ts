import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { digest, socialImagePath, type Card } from './card.ts';
import { drawing, HEIGHT, WIDTH } from './drawing.ts';
import { FontLoader } from './fonts.ts';

/** How many images were wanted, and how many of them were in no cache. */
export interface Rendered {
  images: number;
  drawn: number;
}

/**
 * Writes the image of each card below `outDir`. An image that was drawn before, from the same card by
 * the same versions of everything, is taken from the cache.
 * @param cacheDir folder that is the cache's alone; what no card uses any more is deleted from it
 */
export async function renderSocialImages(
  cards: readonly Card[],
  outDir: string,
  cacheDir: string,
): Promise<Rendered> {
  const renderer = new Renderer();
  const fonts = new FontLoader(renderer);
  const versions = [await takumiVersion(), ...fonts.versions];
  await mkdir(cacheDir, { recursive: true });
  await mkdir(path.join(outDir, 'social'), { recursive: true });
  const cached = new Set(await readdir(cacheDir));
  const used = new Set<string>();
  let drawn = 0;

  const write = async (card: Card) => {
    const node = drawing(card);
    const name = `${digest([versions, node])}.png`;
    const file = path.join(cacheDir, name);
    if (used.has(name)) return;
    used.add(name);
    if (!cached.has(name)) {
      drawn += 1;
      await fonts.load(`${card.title}${card.site}${card.date}`);
      const image = await renderer.render(node, { width: WIDTH, height: HEIGHT, lang: card.lang });
      // Under its own name only when it is whole: the build may be stopped.
      await writeFile(`${file}.part`, image);
      await rename(`${file}.part`, file);
    }
    await copyFile(file, path.join(outDir, socialImagePath(card)));
  };
  // Drawing is done in threads; as many cards at a time keep all processors busy.
  const waiting = cards.values();
  const work = async () => {
    for (const card of waiting) await write(card);
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));

  const old = [...cached].filter((name) => !used.has(name));
  await Promise.all(old.map((name) => rm(path.join(cacheDir, name))));
  return { images: used.size, drawn };
}

/** Its `package.json` is no export of the package, so it is found beside what is. */
async function takumiVersion(): Promise<string> {
  const main = fileURLToPath(import.meta.resolve('@takumi-rs/core'));
  const file = path.join(path.dirname(main), '..', 'package.json');
  return `takumi ${JSON.parse(await readFile(file, 'utf8')).version}`;
}
