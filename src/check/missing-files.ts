import path from 'node:path';
import { filesBelow, isPicture } from '../lib/files.ts';
import type { LocalAddress } from '../html/local-address.ts';
import { coverFiles, findCover } from '../markdown/pictures/cover-files.ts';
import type { Problem } from '../lib/problem.ts';
import { PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import { decodePath } from '../lib/url.ts';
import type { PostSource } from '../source/read-post.ts';

const FILE_EXPECTED = 'expected a file beside the text or in public/';

/** A text as its author wrote it, and where it stands in its file. */
export interface Text {
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
}

/**
 * What is wrong with a text that shows, or links to, files which are not there.
 * @param file relative to the project's root
 * @param missing addresses, as `markdown/local-files.ts` reports them
 */
export function missingFiles(file: string, text: Text, missing: readonly string[]): Problem[] {
  const lines = missing.length === 0 ? [] : text.body.split('\n');
  return [...Map.groupBy(missing, decodePath)].map(([decoded, links]) => {
    // Liquid may have written the address; then only the file is known.
    const value = [...links, decoded].find((link) => text.body.includes(link));
    const index = lines.findIndex((line) => value !== undefined && line.includes(value));
    return {
      file,
      ...(index >= 0 && { line: text.bodyLine + index }),
      field: isPicture(decoded.replace(/[?#].*$/s, '')) ? 'picture' : 'file',
      value: value ?? decoded,
      message: FILE_EXPECTED,
      missing: true,
    };
  });
}

/** What is wrong with an address of the site at which there is nothing, or no such place in the page. */
export function deadLink(
  at: { file: string; line?: number | undefined; value: string },
  { path }: LocalAddress,
): Problem {
  const [field, message] = isPicture(path)
    ? ['picture', FILE_EXPECTED]
    : ['link', 'expected the address of a page or file of the site'];
  return { ...at, field, message, missing: true };
}

/** What is to be said of a cover that is neither beside the post nor in `public/`. */
export function missingCover(
  { path: name, frontMatter: { image }, lineOf }: PostSource,
  root: string,
): Problem[] {
  const file = `${POSTS_FOLDER}/${name}`;
  const folder = path.dirname(path.join(root, file));
  if (coverFiles(image, folder).length === 0 || findCover(image, folder)) return [];
  const message = 'expected a file beside the post or in public/';
  return [
    { file, line: lineOf('image'), field: 'image', value: image?.path, message, missing: true },
  ];
}

/** Symbolic links among posts and pages to a file or folder that is not there: a disk that is not mounted, perhaps. */
export function linksToNowhere(root: string): Problem[] {
  return [POSTS_FOLDER, PAGES_FOLDER].flatMap((folder) => {
    const dead: string[] = [];
    filesBelow(path.join(root, folder), (file) => dead.push(`${folder}/${file}`));
    return (
      dead
        // Editors leave such links beside a file that is open.
        .filter((file) => !path.basename(file).startsWith('.#'))
        .map((file) => ({
          file,
          message: 'expected a file or folder, and this link leads nowhere',
          missing: true,
        }))
    );
  });
}
