import { documentId } from '../jekyll/rules/permalink.ts';
import type { Site } from '../site/schema.ts';
import type { PostSource } from './read-post.ts';

/**
 * What feeds know a post by, where that is not its address: its `guid`, or what feeds of Jekyll sites had,
 * where the owner goes on with that.
 */
export function feedId(
  { url, frontMatter, fileName }: Pick<PostSource, 'url' | 'frontMatter' | 'fileName'>,
  site: Pick<Site, 'url' | 'base' | 'feeds'>,
): string | undefined {
  if (frontMatter.guid !== undefined || site.feeds.ids !== 'jekyll') return frontMatter.guid;
  const id = documentId(url, frontMatter.slug ?? fileName.slug);
  return new URL((site.url + site.base + id).normalize('NFC')).href;
}
