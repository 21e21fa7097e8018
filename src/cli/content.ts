import { ContentError } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import { readFolder, type Folder } from '../post/folder.ts';

/** Reads the posts of the project one stands in, drafts and scheduled ones too. */
export async function readPosts(): Promise<Folder> {
  const { default: site } = await import('../site.config.ts');
  return readFolder(process.cwd(), { site, drafts: true, now: buildTime() });
}

/** Checks the configuration and every post; prints what is wrong. True when nothing is. */
export async function checkContent(): Promise<boolean> {
  try {
    const { posts, problems } = await readPosts();
    if (problems.length > 0) throw new ContentError(problems);
    console.log(`${posts.length} posts, no problems`);
    return true;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    return false;
  }
}
