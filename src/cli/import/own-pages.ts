import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPage } from '../../source/read-page.ts';
import { createOwners, isOwnFile, termsOf } from '../../source/routes.ts';
import { readPost } from '../../source/read-post.ts';
import { outputPath } from '../../jekyll/rules/permalink.ts';
import { once } from '../../lib/once.ts';
import { PAGES_FOLDER, POSTS_FOLDER, PUBLIC_FOLDER } from '../../site/paths.ts';
import type { Site } from '../../site/schema.ts';
import { fate } from './fate.ts';
import type { FeedTemplate } from './old-feeds.ts';
import { OTHER_FORMAT } from './page-kind.ts';
import type { Copy, Plan } from './plan.ts';

/** Where the pages of terms are. */
const OF_TERMS = /^(?:categories|tags)\//;

const EVERY_SITE = 'pages and files that every site has';

/** Those that may have said something of their own. */
const SPECIAL: Record<string, string> = {
  'index.html': 'the home page; what it said of its own can stand in src/custom/Home.astro',
  '404.html': 'the page for addresses that are not there, in words of its own',
  'robots.txt': '`robots.txt`, which allows everything and names the sitemap',
};

/** A plan without the pages and files that would stand where Galley puts its own. */
export function withoutOwnPages(
  plan: Plan,
  site: Site,
  feeds: readonly Pick<FeedTemplate, 'name'>[] = [],
): Plan {
  const options = { site, now: Date.now(), drafts: true };
  const read = ({ from }: Copy) => readFileSync(path.join(plan.source, from));
  const outputOf = (copy: Copy): string | undefined => {
    if (copy.to.startsWith(`${PUBLIC_FOLDER}/`)) return copy.to.slice(PUBLIC_FOLDER.length + 1);
    if (!copy.to.startsWith(`${PAGES_FOLDER}/`)) return undefined;
    const { page } = readPage(copy.to.slice(PAGES_FOLDER.length + 1), read(copy), options);
    return page && page.document?.hasPage !== false ? outputPath(page.data.url) : undefined;
  };
  /** Reading all posts takes long, and only terms depend on them. */
  const ownersOf = once((isOfTerm: boolean) =>
    createOwners(
      termsOf(
        (isOfTerm ? plan.posts : []).flatMap((copy) => {
          const reading = readPost(copy.to.slice(POSTS_FOLDER.length + 1), read(copy), options);
          return reading.kind === 'post' ? [reading.post] : [];
        }),
      ),
    ),
  );
  const isOwn = (copy: Copy): boolean => {
    const output = outputOf(copy);
    return (
      output !== undefined &&
      (ownersOf(OF_TERMS.test(output))(output) !== undefined ||
        site.feeds.alias.includes(`/${output}`))
    );
  };

  const own = new Set([...plan.pages, ...plan.others].filter(isOwn));
  const made = [...own].map((copy) => fate(copy.from, 'made', workOf(outputOf(copy))));
  const written = new Set(feeds.map(({ name }) => name));
  return {
    ...plan,
    pages: plan.pages.filter((copy) => !own.has(copy)),
    others: plan.others.filter((copy) => !own.has(copy)),
    rest: [
      ...made,
      ...plan.rest.map((found) => {
        if (written.has(found.name)) return fate(found.name, 'made', 'feeds');
        const isOwn = found.note === OTHER_FORMAT && isOwnFile(found.name);
        return isOwn ? fate(found.name, 'made', EVERY_SITE) : found;
      }),
    ],
  };
}

function workOf(output = ''): string {
  return SPECIAL[output] ?? EVERY_SITE;
}
