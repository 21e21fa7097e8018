// All that the owner's own components can count on: what stands here stays, or its change is told.
export { default as PostList } from '../components/list/PostList.astro';
export type { PageProps } from '../components/places.ts';
export { default as Time } from '../components/Time.astro';
export { absolute, withBase } from '../posts/href.ts';
export { getPosts, getTerms, type Post } from '../posts/posts.ts';
export { default as site } from '../site.config.ts';
