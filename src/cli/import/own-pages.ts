import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPage } from '../../source/read-page.ts';
import { createOwners } from '../../source/routes.ts';
import { readPost } from '../../source/read-post.ts';
import { outputPath } from '../../jekyll/rules/permalink.ts';
import { PAGES_FOLDER, POSTS_FOLDER, PUBLIC_FOLDER } from '../../site/paths.ts';
import type { Site } from '../../site/schema.ts';
import type { Copy, Plan } from './plan.ts';

const REASON = 'a page or file that Galley makes itself';

/** A plan without the pages and files that would stand where Galley puts its own. */
export function withoutOwnPages(plan: Plan, site: Site): Plan {
  const options = { site, now: Date.now(), drafts: true };
  const read = ({ from }: Copy) => readFileSync(path.join(plan.source, from));
  const outputOf = (copy: Copy): string | undefined => {
    if (copy.to.startsWith(`${PUBLIC_FOLDER}/`)) return copy.to.slice(PUBLIC_FOLDER.length + 1);
    if (!copy.to.startsWith(`${PAGES_FOLDER}/`)) return undefined;
    const { page } = readPage(copy.to.slice(PAGES_FOLDER.length + 1), read(copy), options);
    return page && outputPath(page.data.url);
  };
  const ownerOf = createOwners(
    plan.posts.flatMap((copy) => {
      const reading = readPost(copy.to.slice(POSTS_FOLDER.length + 1), read(copy), options);
      return reading.kind === 'post' ? [reading.post] : [];
    }),
  );
  const isOwn = (copy: Copy): boolean => {
    const output = outputOf(copy);
    return (
      output !== undefined &&
      (ownerOf(output) !== undefined || site.feeds.alias.includes(`/${output}`))
    );
  };

  const own = new Set([...plan.pages, ...plan.others].filter(isOwn));
  return {
    ...plan,
    pages: plan.pages.filter((copy) => !own.has(copy)),
    others: plan.others.filter((copy) => !own.has(copy)),
    leftOut: [...plan.leftOut, ...[...own].map(({ from }) => ({ file: from, reason: REASON }))],
  };
}
