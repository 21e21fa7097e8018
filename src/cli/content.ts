import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ContentError, type Problem } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import { renderPage } from '../markdown/render.ts';
import { createDialect } from '../post/dialect.ts';
import { formatOf } from '../post/files.ts';
import { readFolder, type Folder } from '../post/folder.ts';
import { missingPictures } from '../post/pictures.ts';
import { POSTS_FOLDER } from '../post/read.ts';

/** Reads the posts of the project one stands in, drafts and scheduled ones too. */
export async function readPosts(): Promise<Folder> {
  const { default: site } = await import('../site.config.ts');
  return readFolder(process.cwd(), { site, drafts: true, now: buildTime() });
}

/** Checks the configuration and every post; prints what is wrong. True when nothing is. */
export async function checkContent(): Promise<boolean> {
  try {
    const folder = await readPosts();
    const problems = [...folder.problems, ...(await pictureProblems(folder))];
    const { posts } = folder;
    if (problems.length > 0) throw new ContentError(problems);
    console.log(`${posts.length} posts, no problems`);
    return true;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    return false;
  }
}

/** Pictures that posts show and that are not there. */
async function pictureProblems(folder: Folder): Promise<Problem[]> {
  const { default: site } = await import('../site.config.ts');
  const root = process.cwd();
  const dialect = await createDialect(root, site, folder, buildTime());
  const problems: Problem[] = [];
  for (const post of folder.posts) {
    if (formatOf(post.path) === 'mdx' || !/!\[|<img\b|\{%/i.test(post.body)) continue;
    const file = `${POSTS_FOLDER}/${post.path}`;
    const { text, problems: mistakes } = dialect.expandPost(post);
    const missing = await renderPage(
      dialect.toMarkdown(text),
      pathToFileURL(path.join(root, file)),
      {
        url: post.url,
        lang: post.frontMatter.lang,
      },
    ).then(({ missing }) => missing);
    problems.push(...mistakes, ...missingPictures(file, post, missing));
  }
  return problems;
}
