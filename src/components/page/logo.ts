import { existsSync } from 'node:fs';
import path from 'node:path';
import { sizeOf } from '../../markdown/pictures/picture-files.ts';
import { withBase } from '../../posts/href.ts';
import { PUBLIC_FOLDER } from '../../site/paths.ts';
import site from '../../site.config.ts';

/** The picture in front of the title, or instead of it; its `alt` is empty where the title stands beside it. */
export async function getLogo() {
  if (!site.logo) return undefined;
  const { src, title } = site.logo;
  const file = path.join(PUBLIC_FOLDER, src);
  // Where it is not there, a warning says so.
  const size = existsSync(file) ? await sizeOf(file) : undefined;
  return size && { src: withBase(src), alt: title ? '' : site.title, ...size };
}
