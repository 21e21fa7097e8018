import type { Problem } from '../lib/problem.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import type { PostSource } from '../source/read-post.ts';
import { taxonomies, type Taxonomy } from '../source/terms.ts';

/** What is asked of a post here. */
type Titled = Pick<PostSource, 'path' | 'title' | 'lineOf' | 'frontMatter'>;

/** Posts that have the title of another in the same language: in a list nobody can tell them apart. */
export function duplicateTitles(posts: readonly Titled[]): Problem[] {
  // What only leads on to another post may well have its title.
  const shown = posts.filter(({ frontMatter }) => frontMatter.redirect_to === undefined);
  const byTitle = Map.groupBy(
    shown,
    ({ title, frontMatter }) => `${frontMatter.lang ?? ''} ${plain(title)}`,
  );
  return [...byTitle.values()].flatMap(([first, ...others]) =>
    others.map(({ path, title, lineOf }) => ({
      file: `${POSTS_FOLDER}/${path}`,
      line: lineOf('title'),
      field: 'title',
      value: title,
      message: `is the title of ${POSTS_FOLDER}/${first?.path} too`,
      hint: 'Give one of the two a title that tells them apart.',
    })),
  );
}

/** Posts that feeds know by the same `guid` as another: readers' software shows one of them alone. */
export function duplicateGuids(
  posts: readonly Pick<PostSource, 'path' | 'lineOf' | 'frontMatter'>[],
): Problem[] {
  const byGuid = Map.groupBy(posts, ({ frontMatter }) => frontMatter.guid);
  byGuid.delete(undefined);
  return [...byGuid].flatMap(([guid, [first, ...others]]) =>
    others.map(({ path, lineOf }) => ({
      file: `${POSTS_FOLDER}/${path}`,
      line: lineOf('guid'),
      field: 'guid',
      value: guid,
      message: `is the guid of ${POSTS_FOLDER}/${first?.path} too`,
      hint: 'Remove it from the one that it does not belong to.',
    })),
  );
}

/** Tags and categories that some posts spell in another way than most do: `JavaScript`, `java-script`. */
export function spelledTwoWays(
  posts: readonly Pick<PostSource, 'path' | 'terms' | 'data' | 'lineOf'>[],
): Problem[] {
  return taxonomies.flatMap((taxonomy) => {
    const uses = posts.flatMap((post) => post.terms[taxonomy].map((name) => ({ name, post })));
    return [...Map.groupBy(uses, ({ name }) => plain(name)).values()].flatMap((same) => {
      const spellings = [...Map.groupBy(same, ({ name }) => name)].toSorted(
        ([, a], [, b]) => b.length - a.length,
      );
      const [usual = ''] = spellings[0] ?? [];
      return spellings.slice(1).flatMap(([value, uses]) =>
        uses.map(({ post: { path, data, lineOf } }) => {
          const field = KEYS[taxonomy].find((key) => data[key] !== undefined) ?? taxonomy;
          return {
            file: `${POSTS_FOLDER}/${path}`,
            line: lineOf(field),
            field,
            value,
            message: `is spelled \`${usual}\` elsewhere`,
            hint: 'Spell it one way: readers look for all such posts in one place.',
          };
        }),
      );
    });
  });
}

/** The keys that hold terms. */
const KEYS: Record<Taxonomy, readonly string[]> = {
  tags: ['tags', 'tag'],
  categories: ['categories', 'category'],
};

/** Letters and digits alone, without case and accents; signs where there is nothing else (`C++`, `C#`). */
function plain(text: string): string {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const words = folded.replace(/[\s\-_.,:;!?'"“”‘’/]+/gu, '');
  return words === '' ? folded : words;
}
