import { duplicateGuids, duplicateTitles, spelledTwoWays } from '../check/alike.ts';
import { picturesWithoutAlt } from '../check/alt-text.ts';
import { readContent, type Content } from '../check/content.ts';
import { readFolder, type Folder } from '../source/folder.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import type { PostSource } from '../source/read-post.ts';
import { outputFiles, textUrls } from '../source/routes.ts';
import { textProblems } from '../check/text-problems.ts';
import type { PageSource } from '../source/read-page.ts';
import type { Problem } from '../lib/problem.ts';
import { buildTime } from '../site/environment.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { createDeadLinks } from './dead-links.ts';
import { foreseenLeaks } from './foreseen-leaks.ts';
import type { Findings } from './remembered.ts';
import { mayBeWrong, pageOf, renderText, type RenderedText } from './rendered-text.ts';

/** Reads the posts of the project one stands in, drafts and scheduled ones too. @param changed see `readFolder` */
export async function readPosts(changed?: ReadonlyMap<string, Buffer>): Promise<Folder> {
  const { default: site } = await import('../site.config.ts');
  return readFolder(process.cwd(), { site, drafts: true, now: buildTime() }, { changed });
}

/** All that would stop a build now, or once the drafts are published, and all that it would warn of. */
export async function contentProblems(root: string, site: Site, now: number): Promise<Findings> {
  const published = await readContent(root, { site, now, drafts: false });
  const all = await readContent(root, { site, now, drafts: true });
  // A published post may name published ones alone, a draft may name all.
  const held = new Set(published.withheld.map(({ path }) => `${POSTS_FOLDER}/${path}`));
  const ofDraft = ({ file }: Problem) => held.has(file);
  const drafts = all.posts.filter(({ path }) => held.has(`${POSTS_FOLDER}/${path}`));
  const problems = [...published.problems, ...all.problems.filter(ofDraft)];
  // What leads from published posts to drafts is told as such.
  const known = [...outputFiles(published, site), ...textUrls(all).map(outputPath)];
  const isTold = ({ file, line, field }: Problem) =>
    problems.some((told) => told.field === field && told.file === file && told.line === line);
  const ofTexts = [
    ...(await textWarnings(root, site, published, [...published.posts, ...published.pages], known)),
    ...(await textWarnings(root, site, all, drafts, outputFiles(all, site))),
  ].filter((warning) => !isTold(warning));
  return {
    count: all.posts.length,
    until: Math.min(published.until, all.until),
    problems,
    warnings: [
      ...published.warnings,
      ...all.warnings.filter(ofDraft),
      ...ofTexts,
      ...duplicateTitles(all.posts),
      ...duplicateGuids(all.posts),
      ...spelledTwoWays(all.posts),
      ...[...all.posts, ...all.pages].flatMap((source) =>
        picturesWithoutAlt(pageOf(source).file, source),
      ),
      // As long as something else stops it, no build comes to its audit.
      ...(published.problems.length > 0 ? [] : await foreseenLeaks(root, site, now, published)),
    ],
  };
}

/**
 * What is to be said of texts once they are rendered, and of links to nowhere.
 * @param known files of the output that there will be
 */
async function textWarnings(
  root: string,
  site: Site,
  content: Content,
  texts: readonly (PostSource | PageSource)[],
  known: Iterable<string>,
): Promise<Problem[]> {
  const rendered = new Map<PostSource | PageSource, Promise<RenderedText>>();
  const render = (source: PostSource | PageSource) => {
    const result = rendered.get(source) ?? renderText(root, site, source, content);
    rendered.set(source, result);
    return result;
  };
  const sources = new Map(
    [...content.posts, ...content.pages].map((source) => [outputPath(pageOf(source).url), source]),
  );
  const deadLinks = createDeadLinks(root, site, known, async (output) => {
    const source = sources.get(output);
    return source && (await render(source)).ids;
  });
  const warnings = texts
    .filter((source) => mayBeWrong(content.textOf(source)))
    .map(async (source): Promise<Problem[]> => {
      const { links, beside, flaws } = await render(source);
      const { file, url } = pageOf(source);
      const { body, bodyLine } = source;
      const { missing: told } = flaws;
      return [
        ...textProblems(file, source, flaws),
        ...(await deadLinks({ file, url, body, bodyLine, links, beside, told })),
      ];
    });
  return (await Promise.all(warnings)).flat();
}
