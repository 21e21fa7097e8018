import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import sharp from 'sharp';
import { warningsFound } from '../lib/channel.ts';
import { withBase } from '../posts/href.ts';
import { initialMark, MARK } from '../site/mark.ts';
import { PUBLIC_FOLDER } from '../site/paths.ts';
import { paletteOf, type Palette } from '../site/theme.ts';
import site from '../site.config.ts';

/** What is made of the mark, and how large the mark is in it: systems cut icons round at up to a fifth of their size. */
const APP_ICONS = [
  { file: 'apple-touch-icon.png', size: 180, mark: 120 },
  { file: 'icon-512.png', size: 512, mark: 320 },
] as const;
/** For browsers and programs that do not read SVG. */
const OLD_SIZE = 32;

/**
 * Makes of the site's mark, `public/favicon.svg`, what browsers and systems ask for besides; where there
 * is none, the site's initial is the mark. Files of the owner's in `public/` stay as they are.
 */
export function appIcons(): AstroIntegration {
  return {
    name: 'galley:app-icons',
    hooks: {
      async 'astro:build:done'({ dir }) {
        const palette = paletteOf(site.theme, 'light');
        const write = async (file: string, make: () => Promise<Buffer> | string) => {
          const place = new URL(file, dir);
          if (!existsSync(place)) writeFileSync(place, await make());
        };
        await write(MARK, () => initialMark(site.title, palette));
        const svg = readFileSync(new URL(MARK, dir));
        try {
          await sharp(svg).metadata();
        } catch (error) {
          const message = `cannot be drawn: ${error instanceof Error ? error.message : String(error)}`;
          const hint = 'Icons for old browsers and for phones are made of it.';
          return warningsFound.send([{ file: `${PUBLIC_FOLDER}/${MARK}`, message, hint }]);
        }
        await write('favicon.ico', async () => icoOf(await draw(svg, OLD_SIZE), OLD_SIZE));
        for (const { file, size, mark } of APP_ICONS) {
          await write(file, async () => onPaper(await draw(svg, mark), (size - mark) / 2, palette));
        }
        await write('manifest.json', () => manifest(palette));
      },
    },
  };
}

function draw(svg: Buffer, size: number): Promise<Buffer> {
  const fit = { fit: 'contain', background: 'transparent' } as const;
  return sharp(svg, { density: 72 * (size / 16) })
    .resize(size, size, fit)
    .png()
    .toBuffer();
}

function onPaper(mark: Buffer, margin: number, { paper: background }: Palette): Promise<Buffer> {
  const sides = { top: margin, right: margin, bottom: margin, left: margin };
  return sharp(mark)
    .flatten({ background })
    .extend({ ...sides, background })
    .png({ palette: true })
    .toBuffer();
}

/** An icon of one PNG. https://en.wikipedia.org/wiki/ICO_(file_format) */
function icoOf(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** What systems show of a site that somebody keeps as an app. https://www.w3.org/TR/appmanifest/ */
function manifest({ paper }: Palette): string {
  const icons = APP_ICONS.map(({ file, size }) => ({
    src: withBase(`/${file}`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  }));
  const colours = { theme_color: paper, background_color: paper };
  const start = withBase('/');
  return JSON.stringify({
    name: site.title,
    start_url: start,
    display: 'browser',
    ...colours,
    icons,
  });
}
