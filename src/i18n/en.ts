/** The words of the interface. Another language is another file of this shape. */
export const en = {
  skip: 'Skip to content',
  home: 'Home',
  navigation: 'Main',
  menu: 'Menu',

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
  previewNote: 'A preview with drafts. Not all that is here is on the public site.',
  unlisted: 'Unlisted',

  feed: 'Feed',
  feedOf: (name: string) => `Feed of ${name}`,
  feeds: 'Feeds',
  feedsText:
    'A feed brings new posts to you, in the order in which they appear, without an account and without anybody knowing that you read them. Copy an address into a program or service for feeds, a feed reader: it asks for new posts by itself.',
  diagram: 'See the diagram on the page of the post',

  moved: 'This page has moved',

  callouts: {
    note: 'Note',
    tip: 'Tip',
    info: 'Info',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
    danger: 'Danger',
  },
  table: 'Table',
  backToReference: (reference: string) => `Back to reference ${reference}`,
  copy: 'Copy',
  copied: 'Copied',
  picture: 'Picture',
  enlarge: 'Enlarge',
  close: 'Close',
  load: (host: string) => `Load from ${host}`,

  series: (name: string) => `Series: ${name}`,
  related: 'Related',
  writtenBy: 'Written by',
  edit: 'Edit this page',
  copyLink: 'Copy link',
  share: 'Share',

  search: {
    title: 'Search',
    label: 'Search for',
    tag: 'Tag',
    category: 'Category',
    year: 'Year',
    any: 'All',
    /** `count` is a number as the reader's language writes it. */
    found: (count: string) => `Results: ${count}`,
    nothing: 'Nothing found.',
    /** For words that are near misses of those that posts have. */
    near: (count: string) => `Nothing has just these words. Close to them: ${count}`,
    failed: 'The search could not be loaded.',
    more: 'More results',
    shortcut: 'The / key opens the search',
    noScript: 'Searching needs JavaScript. Everything can also be found by these lists:',
    browse: 'Or browse',
  },

  comments: {
    title: 'Comments',
    show: 'Show comments',
    consent: (host: string) =>
      `They come from ${host}, which learns your address and may set cookies when they are shown.`,
    failed: (host: string) => `The comments could not be loaded from ${host}.`,
    noScript: 'Showing them needs JavaScript.',
  },

  gone: 'This page is gone',
  goneText: 'What stood at this address has been taken back.',
  notFound: 'Page not found',
  notFoundText:
    'There is no page at this address. It may have moved, or the link may have a mistake in it.',
};

/** What every dictionary holds: a missing word is a type error. */
export type Strings = typeof en;
