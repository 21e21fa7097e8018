import { fileURLToPath } from 'node:url';
import type { HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { recordOf } from '../local-files.ts';
import {
  fileCandidates,
  findFile,
  isMadeSmaller,
  placeOf,
  sizeOf,
  stampOf,
} from './picture-files.ts';

/**
 * Keeps from Astro the pictures of MDX that it cannot make smaller, or that do not lie beside the
 * post, because it stops a build where it cannot: they are shown as they are.
 */
export const plainPictures = ({
  sourceFormat,
  data: { astro },
  fileURL,
}: PluginFactoryContext): HastPluginDefinition | false => {
  if (sourceFormat !== 'mdx' || !astro || !fileURL) return false;
  const place = placeOf(fileURLToPath(fileURL), '');
  const { files } = recordOf(astro.frontmatter);
  return {
    name: 'plain-pictures',
    async before() {
      for (const src of astro.localImagePaths) {
        const [beside = ''] = fileCandidates(encodeURI(src), place);
        files[beside] = stampOf(beside);
        const file = findFile([beside], place.root);
        const isMade = file && !file.isPublic && isMadeSmaller(file, await sizeOf(file.path));
        if (!isMade) astro.localImagePaths.delete(src);
      }
    },
  };
};
