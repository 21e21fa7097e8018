import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../problem.ts';
import { outputPath } from './permalink.ts';
import type { PostSource } from './read.ts';
import { groupByTerm, taxonomies } from './terms.ts';

/** What is compared: who wants to stand where, and which terms have pages. */
type Claim = Pick<PostSource, 'path' | 'url' | 'terms'>;

/** Files that the site writes itself, whatever the posts. */
const OWN_FILES = /^(index\.html|404\.html|robots\.txt|rss\.xml|atom\.xml|feed\.json|sitemap-.*\.xml|(page|archives)\/\d+\/index\.html|(tags|categories|archives|search)\/index\.html)$/;

/**
 * Posts whose page would overwrite another: of a post, of the site itself, or a file of `public/`.
 * Jekyll lets the last one win without a word.
 * @param folder the posts' folder, for the messages
 * @param publicFolder files that are copied as they are
 */
export function urlClashes(
  posts: readonly Claim[],
  folder: string,
  publicFolder: string,
): Problem[] {
  const owners = new Map<string, string>();
  for (const taxonomy of taxonomies) {
    for (const term of groupByTerm(posts, taxonomy, (post) => post.terms[taxonomy])) {
      owners.set(outputPath(term.path), `the page of ${taxonomy} “${term.name}”`);
    }
  }

  const problems: Problem[] = [];
  for (const post of posts) {
    const output = outputPath(post.url);
    const owner =
      owners.get(output) ??
      (OWN_FILES.test(output) ? 'a page of the site itself' : undefined) ??
      (existsSync(path.join(publicFolder, output)) ? `public/${output}` : undefined);
    if (owner) {
      problems.push({
        file: `${folder}/${post.path}`,
        field: 'permalink',
        value: post.url,
        message: `this URL already belongs to ${owner}`,
        hint: 'Give one of the two another `permalink` or `slug`.',
      });
    }
    owners.set(output, `${folder}/${post.path}`);
  }
  return problems;
}
