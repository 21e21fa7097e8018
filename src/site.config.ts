import { defineSite } from './site/define.ts';

/** Everything about the site that its owner decides. Each key is explained in `site/schema.ts`. */
export default defineSite({
  url: 'https://galley.example',
  title: 'Galley',
  description: 'A blog kept as a folder of Markdown files. This site is its manual.',
  author: { name: 'The Galley authors' },
  lang: 'en',
  timeZone: 'Europe/Vienna',
  permalink: '/posts/:title/',
  paginate: 6,
});
