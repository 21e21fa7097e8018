import { cleanExcerpt, isHeadingAlone, type CleanExcerpt } from '../html/clean-excerpt.ts';
import { placeIn, type Cover } from '../markdown/pictures/cover-files.ts';
import { createLinks } from '../markdown/local-files.ts';
import { shorten } from '../lib/shorten.ts';
import type { Site } from '../site/schema.ts';
import type { PostData } from '../source/data.ts';
import { excerptOf } from '../jekyll/rules/excerpt.ts';
import { feedId } from '../source/feed-id.ts';
import type { PostSource } from '../source/read-post.ts';
import { isPublic } from '../source/status.ts';
import { countWords } from './words.ts';

/** Search engines show about this many characters of a description. */
const DESCRIPTION_LENGTH = 200;

/**
 * What the content store keeps of a post.
 * @param folder absolute path of the folder in which the post lies
 * @param text what the post says, in its author's words, after Liquid
 * @param toHtml renders a part of it
 * @param cover what `coverOf` makes of its image
 */
export function postData(
  post: Omit<PostSource, 'body'>,
  folder: string,
  text: string,
  site: Site,
  toHtml: (source: string) => string,
  cover?: Cover,
): PostData {
  const { frontMatter, terms, title, date, verdict, url, redirectFrom, own } = post;
  const record = { files: {}, missing: [], beside: {} };
  const toUrl = createLinks({ ...placeIn(folder), url, base: site.base }, record);
  const excerpt = excerptFor(text);
  return {
    title,
    url,
    guid: feedId(post, site),
    date,
    updated: frontMatter.last_modified_at,
    status: verdict.status,
    held: isPublic(verdict.status) ? undefined : verdict.reason,
    ...terms,
    authors: frontMatter.authors ?? [],
    excerpt: excerpt.html,
    description: frontMatter.description ?? shorten(excerpt.text, DESCRIPTION_LENGTH),
    standfirst: frontMatter.description,
    image: cover?.image,
    film: frontMatter.film,
    beside: { ...record.beside, ...cover?.beside },
    lang: frontMatter.lang,
    ref: frontMatter.ref,
    sitemap: frontMatter.sitemap ?? true,
    pin: frontMatter.pin ?? false,
    series: frontMatter.series,
    toc: frontMatter.toc ?? true,
    related: frontMatter.related,
    share: frontMatter.share,
    readingTime: frontMatter.read_time,
    comments: frontMatter.comments ?? false,
    redirectFrom,
    redirectTo: frontMatter.redirect_to,
    own,
    words: countWords(text),
  };

  /** The first excerpt that says something: a heading or a picture alone would stand below the title. */
  function excerptFor(body: string): CleanExcerpt {
    const { source, from, rest } = excerptOf(frontMatter, body, site.excerptSeparator);
    // What the front matter says is shown as it is, as in Jekyll.
    const html = from === 'front matter' ? source : toHtml(source);
    const clean = cleanExcerpt(html, site.base + url, (link) => toUrl(link, false));
    return isHeadingAlone(clean) && rest.trim() !== '' ? excerptFor(rest) : clean;
  }
}
