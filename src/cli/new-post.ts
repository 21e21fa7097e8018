import { inZone, toISO } from '../jekyll/rules/date.ts';
import { slugify } from '../jekyll/rules/slug.ts';

/** What a new post says of itself beside its title. */
interface NewTerms {
  tags?: readonly string[];
  categories?: readonly string[];
}

/** The file that `npm run post -- new` writes: a draft, dated now in the site's time zone. */
export function newPost(
  title: string,
  now: number,
  timeZone: string,
  { tags = [], categories = [] }: NewTerms = {},
): { name: string; text: string } {
  const date = dateLine(now, timeZone);
  // JSON is YAML.
  const list = (terms: readonly string[]) =>
    `[${terms.map((term) => JSON.stringify(term)).join(', ')}]`;
  return {
    name: `${date.slice(0, 10)}-${slugify(title) || 'untitled'}.md`,
    text: `---
title: ${JSON.stringify(title)}
date: ${date}
${categories.length > 0 ? `categories: ${list(categories)}\n` : ''}tags: ${list(tags)}
published: false
---

`,
  };
}

/** A moment as Jekyll's users write it, in the site's time zone: `2025-09-04 13:53:11 -0400`. */
export function dateLine(time: number, timeZone: string): string {
  return toISO(inZone(time, timeZone)).replace(/T(\d\d:\d\d:\d\d)([+-]\d\d):/, ' $1 $2');
}
