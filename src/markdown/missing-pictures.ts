import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineHastPlugin } from 'satteri';

/**
 * Leaves alone pictures that do not lie beside the post. Jekyll's authors write paths relative to
 * the page's URL, and Astro stops a build where it finds no file to optimise.
 */
export const missingPictures = defineHastPlugin({
  name: 'missing-pictures',
  before(_root, { data, fileURL }) {
    const pictures = data.astro?.localImagePaths;
    if (!pictures || !fileURL) return;
    const folder = path.dirname(fileURLToPath(fileURL));
    for (const picture of pictures) {
      if (!existsSync(path.join(folder, picture))) pictures.delete(picture);
    }
  },
});
