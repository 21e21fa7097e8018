import { rewriteUrls } from '../../feeds/html.ts';
import type { Post } from '../../post/posts.ts';
import { withBase } from '../../site/url.ts';

const excerpts = new WeakMap<Post, string>();

/** A post's excerpt for a page other than its own: relative links are relative to the post. */
export function excerptHtml(post: Post): string {
  const { excerpt, url } = post.data;
  if (!/\s(?:href|src)/i.test(excerpt)) return excerpt;
  let html = excerpts.get(post);
  if (html === undefined) {
    html = rewriteUrls(excerpt, (link) => resolve(link, withBase(url)));
    excerpts.set(post, html);
  }
  return html;
}

/** `link` as it means from the page at `path`, without scheme and host where it had none. */
function resolve(link: string, path: string): string {
  const here = new URL(path, 'http://site.invalid');
  const url = URL.parse(link, here);
  if (!url) return link;
  return url.origin === here.origin ? url.pathname + url.search + url.hash : url.href;
}
