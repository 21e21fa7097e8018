import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOfMdx, renderPage } from '../markdown/render.ts';
import { readContent, type Content } from '../post/check.ts';
import { formatOf } from '../post/files.ts';
import { readFolder, type Folder } from '../post/folder.ts';
import { missingFiles } from '../post/missing-files.ts';
import { POSTS_FOLDER, type PostSource } from '../post/read.ts';
import { ContentError, formatKinds, type Problem } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import type { Site } from '../site/schema.ts';

/** Reads the posts of the project one stands in, drafts and scheduled ones too. */
export async function readPosts(): Promise<Folder> {
  const { default: site } = await import('../site.config.ts');
  return readFolder(process.cwd(), { site, drafts: true, now: buildTime() });
}

/**
 * Checks the configuration and every post and page; prints what is wrong. True when nothing is.
 * @param strict whether warnings are errors
 */
export async function checkContent(strict: boolean): Promise<boolean> {
  try {
    const { default: site } = await import('../site.config.ts');
    const { count, problems, warnings } = await contentProblems(process.cwd(), site, buildTime());
    const isError = ({ missing }: Problem) => strict || missing === true;
    const harmless = warnings.filter((warning) => !isError(warning));
    if (harmless.length > 0) {
      console.warn([`${harmless.length} warnings:`, ...formatKinds(harmless), ''].join('\n\n'));
    }
    const errors = [...problems, ...warnings.filter(isError)];
    if (errors.length > 0) throw new ContentError(errors);
    console.log(`${count} posts, no problems`);
    return true;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    return false;
  }
}

/** All that would stop a build now, or once the drafts are published, and all that it would warn of. */
export async function contentProblems(
  root: string,
  site: Site,
  now: number,
): Promise<{ count: number; problems: Problem[]; warnings: Problem[] }> {
  const published = await readContent(root, { site, now, drafts: false });
  const all = await readContent(root, { site, now, drafts: true });
  // A published post may name published ones alone, a draft may name all.
  const held = new Set(published.withheld.map(({ path }) => `${POSTS_FOLDER}/${path}`));
  const ofDraft = ({ file }: Problem) => held.has(file);
  const drafts = all.posts.filter(({ path }) => held.has(`${POSTS_FOLDER}/${path}`));
  const texts = [
    ...published.posts.map((post) => textWarnings(post, root, published)),
    ...drafts.map((post) => textWarnings(post, root, all)),
  ];
  return {
    count: all.posts.length,
    problems: [...published.problems, ...all.problems.filter(ofDraft)],
    warnings: [
      ...published.warnings,
      ...all.warnings.filter(ofDraft),
      ...(await Promise.all(texts)).flat(),
    ],
  };
}

/** What is to be said of the text of a post once it is rendered: pictures and files that are not there. */
async function textWarnings(post: PostSource, root: string, content: Content): Promise<Problem[]> {
  const file = `${POSTS_FOLDER}/${post.path}`;
  const text = content.textOf(post);
  if (!/\]\(|\]:|<\w/.test(text)) return [];
  const fileURL = pathToFileURL(path.join(root, file));
  const page = { url: post.url, lang: post.frontMatter.lang };
  const { missing } = await (formatOf(post.path) === 'mdx'
    ? filesOfMdx(text, fileURL, page)
    : renderPage(content.dialect.toMarkdown(text), fileURL, page));
  return missingFiles(file, post, missing);
}
