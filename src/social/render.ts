import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { digest, socialImagePath, type Card } from './card.ts';
import { drawing, HEIGHT, WIDTH } from './drawing.ts';
import { FontLoader } from './fonts.ts';

/** What came of drawing cards. */
export interface Drawn {
  /** The image of each card: its path below the base path, and the file in the cache. */
  images: { path: string; file: string }[];
  /** How many of them were in no cache. */
  drawn: number;
}

/**
 * Draws the image of each card into a cache. One that was drawn before, from the same card by the
 * same versions of everything, is there already.
 * @param cacheDir folder that is the cache's alone; what no card uses any more is deleted from it
 */
export async function drawSocialImages(cards: readonly Card[], cacheDir: string): Promise<Drawn> {
  const renderer = new Renderer();
  const fonts = new FontLoader(renderer);
  const versions = [await takumiVersion(), ...fonts.versions];
  await mkdir(cacheDir, { recursive: true });
  const cached = new Set(await readdir(cacheDir));
  const used = new Map<string, string>();
  let drawn = 0;

  const draw = async (card: Card) => {
    const node = drawing(card);
    const name = `${digest([versions, node])}.png`;
    if (used.has(name)) return;
    used.set(name, socialImagePath(card));
    if (cached.has(name)) return;
    drawn += 1;
    await fonts.load(`${card.title}${card.site}${card.date}`);
    const image = await renderer.render(node, { width: WIDTH, height: HEIGHT, lang: card.lang });
    // Under its own name only when it is whole: the build may be stopped.
    const file = path.join(cacheDir, name);
    await writeFile(`${file}.part`, image);
    await rename(`${file}.part`, file);
  };
  // Drawing is done in threads, and one processor has the rest of the build to do.
  const threads = Math.max(1, os.availableParallelism() - 1);
  const waiting = cards.values();
  const work = async () => {
    for (const card of waiting) await draw(card);
  };
  await Promise.all(Array.from({ length: threads }, work));

  const old = [...cached].filter((name) => !used.has(name));
  await Promise.all(old.map((name) => rm(path.join(cacheDir, name))));
  const images = [...used].map(([name, path_]) => ({
    path: path_,
    file: path.join(cacheDir, name),
  }));
  return { images, drawn };
}

/** Its `package.json` is no export of the package, so it is found beside what is. */
async function takumiVersion(): Promise<string> {
  const main = fileURLToPath(import.meta.resolve('@takumi-rs/core'));
  const file = path.join(path.dirname(main), '..', 'package.json');
  return `takumi ${JSON.parse(await readFile(file, 'utf8')).version}`;
}
