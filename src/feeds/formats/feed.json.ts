import type { Author } from '../../source/data.ts';
import { toISO } from '../../jekyll/rules/date.ts';
import type { Feed } from '../feed.ts';

/** A feed as JSON Feed. https://www.jsonfeed.org/version/1.1/ */
export function write(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: `${feed.url}feed.json`,
    description: feed.description || undefined,
    language: feed.lang,
    authors: [person(feed.author)],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      summary: item.summary || undefined,
      image: item.image?.url,
      date_published: toISO(item.published),
      date_modified: item.updated && toISO(item.updated),
      authors: item.authors.map(person),
      tags: item.categories.length > 0 ? item.categories : undefined,
      language: item.lang,
    })),
  });
}

/** JSON Feed has no place for e-mail addresses. */
function person({ name, url }: Author) {
  return { name, url };
}
