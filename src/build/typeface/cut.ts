import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont, { type Options } from 'subset-font';
import { SCRIPTS, STYLES, styleSheet, type Face } from './faces.ts';
import { slicesFor, unicodeRange } from './slices.ts';

const require = createRequire(import.meta.url);

/** Has the old-style figures, which the release of Google's lacks. */
const ADOBE = 'source-serif';
/** Has other alphabets in files of their own, which need no cutting. */
const FONTSOURCE = '@fontsource-variable/source-serif-4';

/** Letters are drawn for this size of text, in CSS pixels; headings are set from them too. */
const OPTICAL_SIZE = 18;

const OPTIONS: Options = {
  targetFormat: 'woff2',
  /** Fitted pairs, ligatures, and both kinds of figures in both widths. */
  keepFeatures: ['kern', 'liga', 'onum', 'lnum', 'pnum', 'tnum'],
  noHinting: true,
  dropTables: ['DSIG', 'STAT', 'gasp', 'meta'],
};

/** A face with what its file is made from. */
interface Part extends Face {
  source: string;
  /** What is kept of the source; all of it where it has been cut before. */
  points?: readonly number[];
}

/** The files of a typeface that has been cut. */
export interface Typeface {
  /** The style sheet that names the others. */
  css: string;
  /** The fonts that every page needs: together, so that none of them stands beside a stand-in of another. */
  first: string[];
}

/**
 * Cuts Source Serif 4 into the files that the pages of a site fetch, beside the style sheet that names them.
 * @param lang the site's language
 * @param cacheDir folder that is the cache's alone; what was cut in the same way before is there already
 */
export async function cutTypeface(lang: string, cacheDir: string): Promise<Typeface> {
  const parts = [...latin(lang), ...otherScripts()];
  const css = styleSheet(parts);
  const versions = [ADOBE, FONTSOURCE, 'subset-font'].map(
    (name): string => require(`${name}/package.json`).version,
  );
  const name = createHash('sha256')
    .update(JSON.stringify([versions, css, OPTICAL_SIZE, OPTIONS]))
    .digest('hex')
    .slice(0, 16);
  const folder = path.join(cacheDir, name);
  const typeface = {
    css: path.join(folder, 'typeface.css'),
    first: ['roman', 'bold', 'italic'].map((style) => path.join(folder, `latin-${style}.woff2`)),
  };
  await mkdir(cacheDir, { recursive: true });
  const cached = await readdir(cacheDir);
  if (cached.includes(name)) return typeface;

  // Under its own name only when it is whole: the build may be stopped.
  const unfinished = path.join(cacheDir, `${name}.${process.pid}.part`);
  await mkdir(unfinished, { recursive: true });
  for (const part of parts) await make(part, path.join(unfinished, part.file));
  await writeFile(path.join(unfinished, 'typeface.css'), css);
  await rename(unfinished, folder);
  const old = cached.filter((name) => !name.endsWith('.part'));
  await Promise.all(old.map((name) => rm(path.join(cacheDir, name), { recursive: true })));
  return typeface;
}

async function make({ source, points, weight }: Part, file: string): Promise<void> {
  if (!points) return copyFile(source, file);
  const variationAxes = { wght: weight, opsz: OPTICAL_SIZE };
  const text = String.fromCodePoint(...points);
  await writeFile(
    file,
    await subsetFont(await readFile(source), text, { ...OPTIONS, variationAxes }),
  );
}

function latin(lang: string): Part[] {
  return STYLES.flatMap(({ name: styleName, from, ...style }) =>
    slicesFor(lang).map(({ name, points }) => ({
      ...style,
      file: `${name}-${styleName}.woff2`,
      range: unicodeRange(points),
      source: require.resolve(`${ADOBE}/VAR/SourceSerif4Variable-${from}.ttf`),
      points,
    })),
  );
}

function otherScripts(): Part[] {
  const ranges: Record<string, string> = require(`${FONTSOURCE}/unicode.json`);
  return SCRIPTS.flatMap((script) =>
    // A rule for each weight: browsers join files of a style only where their rules agree on it.
    STYLES.map(({ weight, style }) => {
      const file = `source-serif-4-${script}-wght-${style}.woff2`;
      const source = require.resolve(`${FONTSOURCE}/files/${file}`);
      return { weight, style, file, source, range: ranges[script] ?? '' };
    }),
  );
}
