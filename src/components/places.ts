import type { Post } from '../posts/posts.ts';
import type { PLACES } from '../site/paths.ts';

/** What the components in `src/custom/` are told of the page on which they stand. */
export interface PageProps {
  /** Language of the page. */
  lang: string;
  /** Without the site's name. */
  title: string;
  /** Path below the base path; missing on a page that has no address of its own. */
  path?: string | undefined;
  /** The post that the page shows, where it is one. */
  post?: Post | undefined;
}

type Component = (props: PageProps) => unknown;

const components = import.meta.glob<Component>('../custom/*.astro', {
  eager: true,
  import: 'default',
});

/** The owner's component that has the name of a place, and so stands there. */
export const place = (name: (typeof PLACES)[number]): Component | undefined =>
  components[`../custom/${name}.astro`];

/** What asks for more than the page on which it stands: other posts, files, the network. */
const ASKS = /\b(?:getPosts|getTerms|astro:content|import\.meta\.glob|node:|fetch\()/;

/** Whether pages can change although nothing of their own has, because the owner's components ask for more. */
export const asksForMore: boolean = Object.values(
  import.meta.glob<string>('../custom/**/*.{astro,ts,js,mjs}', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
).some((code) => ASKS.test(code));
