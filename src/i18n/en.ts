/** The words of the interface. Another language is another file of this shape. */
export const en = {
  skip: 'Skip to content',
  home: 'Home',
  navigation: 'Main',

  theme: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },

  tags: 'Tags',
  categories: 'Categories',
  archives: 'Archive',
  tag: (name: string) => `Tag: ${name}`,
  category: (name: string) => `Category: ${name}`,
  year: (year: number) => `Posts of ${year}`,
  years: 'Years',
  posts: (count: number) => (count === 1 ? '1 post' : `${count} posts`),
  noPosts: 'Nothing has been published yet.',

  pages: 'Pages',
  page: (number: number) => `Page ${number}`,
  pageOf: (number: number, count: number) => `Page ${number} of ${count}`,
  newer: 'Newer',
  older: 'Older',
  newerPost: 'Next',
  olderPost: 'Previous',
  neighbours: 'Posts before and after',

  updated: 'Updated',
  minutes: (count: number) => `${count} min read`,
  contents: 'Contents',
  pinned: 'Pinned',

  draft: 'Draft',
  scheduled: 'Scheduled',
  draftNote: 'A proof: this post is a draft. The public site does not have it.',
  scheduledNote: 'A proof: the public site does not have this post before its date.',
  unlisted: 'Unlisted',

  feed: 'Feed',
  feedOf: (name: string) => `Feed of ${name}`,

  moved: 'This page has moved',
  notFound: 'Page not found',
  notFoundText:
    'There is no page at this address. It may have moved, or the link may have a mistake in it.',
};

/** What every dictionary holds. */
export type Strings = typeof en;
