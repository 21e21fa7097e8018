import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderPage } from '../markdown/render.ts';
import { readPages } from '../page/read.ts';
import { urlClashes } from '../post/clashes.ts';
import { createDialect, type Dialect } from '../post/dialect.ts';
import { formatOf } from '../post/files.ts';
import { readFolder, type Folder } from '../post/folder.ts';
import { isPublic } from '../post/gate.ts';
import { hiddenLinks } from '../post/links.ts';
import { missingPictures } from '../post/pictures.ts';
import { POSTS_FOLDER, type PostSource } from '../post/read.ts';
import { ContentError, type Problem } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import type { Site } from '../site/schema.ts';

/** Reads the posts of the project one stands in, drafts and scheduled ones too. */
export async function readPosts(): Promise<Folder> {
  const { default: site } = await import('../site.config.ts');
  return readFolder(process.cwd(), { site, drafts: true, now: buildTime() });
}

/** Checks the configuration and every post and page; prints what is wrong. True when nothing is. */
export async function checkContent(): Promise<boolean> {
  try {
    const folder = await readPosts();
    const { default: site } = await import('../site.config.ts');
    const problems = await contentProblems(folder, process.cwd(), site, buildTime());
    if (problems.length > 0) throw new ContentError(problems);
    console.log(`${folder.posts.length} posts, no problems`);
    return true;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    return false;
  }
}

/** All that would stop a build now, what would stop it once the drafts are published, and missing pictures. */
export async function contentProblems(
  folder: Folder,
  root: string,
  site: Site,
  now: number,
): Promise<Problem[]> {
  const posts = folder.posts.filter(({ verdict }) => isPublic(verdict.status));
  const drafts = folder.posts.filter(({ verdict }) => !isPublic(verdict.status));
  const options = { site, now, drafts: false };
  const pages = readPages(root, options);
  // A published post may name published ones alone, a draft may name all.
  const publicDialect = await createDialect(root, site, { posts, withheld: drafts }, now);
  const dialect = await createDialect(root, site, folder, now);
  const retracted = Object.keys(site.retracted);
  return [
    ...folder.problems,
    ...pages.problems,
    ...urlClashes({
      posts,
      pages: pages.pages,
      retracted,
      publicFolder: path.join(root, 'public'),
    }),
    ...pages.pages.flatMap((page) => publicDialect.expandPage(page).problems),
    ...hiddenLinks(root, { posts, withheld: drafts }, pages, options),
    ...(await Promise.all(posts.map((post) => textProblems(post, root, publicDialect)))).flat(),
    ...(await Promise.all(drafts.map((post) => textProblems(post, root, dialect)))).flat(),
  ];
}

/** What is wrong with the text of a post: its Liquid, and pictures that are not there. */
async function textProblems(post: PostSource, root: string, dialect: Dialect): Promise<Problem[]> {
  const file = `${POSTS_FOLDER}/${post.path}`;
  const { text, problems } = dialect.expandPost(post);
  if (formatOf(post.path) === 'mdx' || !/!\[|<img\b/i.test(text)) return problems;
  const address = pathToFileURL(path.join(root, file));
  const { url, frontMatter } = post;
  const { missing } = await renderPage(dialect.toMarkdown(text), address, {
    url,
    lang: frontMatter.lang,
  });
  return [...problems, ...missingPictures(file, post, missing)];
}
