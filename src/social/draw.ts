import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { digest, HEIGHT, socialImagePath, WIDTH, type Card } from './card.ts';
import { drawing } from './drawing.ts';
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
  const cached = await readdir(cacheDir);
  const ready = new Set(cached);
  const files = new Map<string, string>();
  let drawn = 0;

  const draw = async (card: Card) => {
    const node = drawing(card);
    const name = `${digest([versions, node])}.png`;
    const file = path.join(cacheDir, name);
    files.set(socialImagePath(card), file);
    if (ready.has(name)) return;
    ready.add(name);
    drawn += 1;
    await fonts.load(`${card.title}${card.site}${card.date}`);
    const image = await renderer.render(node, { width: WIDTH, height: HEIGHT, lang: card.lang });
    // Under its own name only when it is whole: the build may be stopped.
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

  const used = new Set(files.values());
  const old = cached.map((name) => path.join(cacheDir, name)).filter((file) => !used.has(file));
  await Promise.all(old.map((file) => rm(file)));
  return { images: Array.from(files, ([path, file]) => ({ path, file })), drawn };
}

/** Its `package.json` is no export of the package, so it is found beside what is. */
async function takumiVersion(): Promise<string> {
  const main = fileURLToPath(import.meta.resolve('@takumi-rs/core'));
  const file = path.join(path.dirname(main), '..', 'package.json');
  return `takumi ${JSON.parse(await readFile(file, 'utf8')).version}`;
}
