import { cleanExcerpt } from '../html/excerpt.ts';
import { renderMarkdown } from '../markdown/render.ts';
import type { Site } from '../site/schema.ts';
import type { PostData } from './data.ts';
import { excerptOf } from './excerpt.ts';
import { titleFromSlug } from './file-name.ts';
import type { PostSource } from './read.ts';
import { countWords } from './words.ts';

/** Search engines show about this many characters of a description. */
const DESCRIPTION_LENGTH = 200;

/**
 * What the content store keeps of a post.
 * @param text the post's Markdown, after Liquid
 */
export async function postData(post: PostSource, text: string, site: Site): Promise<PostData> {
  const { frontMatter, fileName, terms, date, verdict, url } = post;
  const excerpt = await renderExcerpt(post, text, site);
  return {
    title: frontMatter.title ?? titleFromSlug(fileName.slug),
    url,
    date,
    updated: frontMatter.last_modified_at,
    status: verdict.status,
    ...terms,
    authors: frontMatter.authors ?? frontMatter.author ?? [],
    excerpt: excerpt.html,
    description: frontMatter.description ?? shorten(excerpt.text, DESCRIPTION_LENGTH),
    image: coverImage(frontMatter.image),
    lang: frontMatter.lang,
    pin: frontMatter.pin ?? false,
    toc: frontMatter.toc ?? true,
    comments: frontMatter.comments ?? false,
    redirectFrom: frontMatter.redirect_from,
    words: countWords(text),
  };
}

/** What the front matter says is shown as it is, as in Jekyll. */
async function renderExcerpt({ data }: PostSource, text: string, site: Site) {
  const { source, from } = excerptOf(data, text, site.excerptSeparator);
  return cleanExcerpt(from === 'front matter' ? source : (await renderMarkdown(source)).html);
}

function coverImage(image: PostSource['frontMatter']['image']): PostData['image'] {
  return image && { src: image.path, alt: image.alt ?? '', width: image.width, height: image.height };
}

/** Cuts a text between two words. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const end = cut.lastIndexOf(' ');
  return `${end > length / 2 ? cut.slice(0, end) : cut}…`;
}
