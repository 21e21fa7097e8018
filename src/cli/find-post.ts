import type { PostSource } from '../source/read-post.ts';
import { ContentError, nearest } from '../lib/problem.ts';
import { decodePath } from '../lib/url.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import { fileOf } from './publication.ts';

/** How many posts an error names. */
const SHOWN = 3;

/**
 * The post that somebody names by its file, its slug or its address.
 * @throws {ContentError} where there is none, with the nearest name, and where there are several
 */
export function findPost<Post extends PostSource>(posts: readonly Post[], wanted: string): Post {
  const name = wanted.replace(/^\.\//, '').replace(`${POSTS_FOLDER}/`, '');
  const found = posts.filter((post) => namesOf(post).includes(name));
  const [post, ...others] = found;
  if (post && others.length === 0) return post;
  if (post) {
    throw new ContentError(
      found.map((post) => ({
        file: fileOf(post),
        message: `is one of several posts called ${wanted}: name its file`,
      })),
    );
  }
  const names = posts.map(({ fileName }) => fileName.slug);
  const near = nearest(name, posts.flatMap(namesOf));
  const meant = near === undefined ? names.filter((slug) => slug.includes(name)) : [near];
  throw new ContentError([
    {
      file: POSTS_FOLDER,
      message: `there is no post ${wanted}`,
      hint:
        meant.length === 0
          ? 'The command `list` names them all.'
          : `Did you mean ${meant.slice(0, SHOWN).join(' or ')}?`,
    },
  ]);
}

function namesOf({ path, fileName, frontMatter, url }: PostSource): string[] {
  const file = path.replace(/\.[^./]+$/, '');
  const slugs = [fileName.slug, frontMatter.slug, decodePath(url)].filter(
    (name) => name !== undefined,
  );
  return [...new Set([path, file, file.replace(/^.*\//, ''), ...slugs])];
}
