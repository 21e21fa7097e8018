import { render } from 'astro:content';
import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { shownHtml } from '../html/shown.ts';
import type { Post } from '../post/posts.ts';
import site from '../site.config.ts';

let container: Promise<AstroContainer> | undefined;

/** The text of a post as HTML, as its page shows it. */
export async function contentHtml(post: Post): Promise<string> {
  // Rendering is needed where the store's HTML is not final: MDX, and pictures to be optimised.
  if (post.rendered?.html && !post.rendered.metadata?.imagePaths?.length) return post.rendered.html;
  container ??= createContainer();
  const { Content } = await render(post);
  return shownHtml(await (await container).renderToString(Content), site.base);
}

async function createContainer(): Promise<AstroContainer> {
  return AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
}
