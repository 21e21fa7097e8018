import type { Theme } from './theme.ts';

const profile = (host: string) =>
  `<a href="https://${host}/{{ include.username | escape }}">{{ include.username }}</a>`;

/** What the page about the author shows that `jekyll new` made. https://github.com/jekyll/minima */
export const minima: Theme = {
  includes: {
    'icon-github.html': profile('github.com'),
    'icon-twitter.html': profile('twitter.com'),
  },
};
