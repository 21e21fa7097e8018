import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, isText } from '../lib/files.ts';
import { CONTENT_FOLDER } from '../site/paths.ts';
import { isDraftsFolder } from './gate-place.ts';

/**
 * Texts in folders of drafts that are not among the posts: Jekyll's own `_drafts/`, `drafts/`,
 * `src/content/_drafts/`. Nothing publishes them; they are no less secret.
 * @returns paths relative to the project's root
 */
export function draftsElsewhere(root: string): string[] {
  return ['', 'src/', `${CONTENT_FOLDER}/`]
    .filter((above) => existsSync(path.join(root, above)))
    .flatMap((above) =>
      readdirSync(path.join(root, above))
        .filter(isDraftsFolder)
        .flatMap((folder) =>
          filesBelow(path.join(root, above, folder)).map((file) => `${above}${folder}/${file}`),
        ),
    )
    .filter((file) => isText(path.join(root, file)));
}
