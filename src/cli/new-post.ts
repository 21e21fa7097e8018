import { toISO, zonedParts } from '../post/date.ts';
import { slugify } from '../post/slug.ts';

/** The file that `npm run post -- new` writes: a draft, dated now in the site's time zone. */
export function newPost(
  title: string,
  now: number,
  timeZone: string,
): { name: string; text: string } {
  const { offset } = zonedParts(now, timeZone);
  const [day = '', clock = ''] = toISO({ time: now, offset }).split('T');
  const time = clock.replace(/(\d\d:\d\d:\d\d)([+-]\d\d):/, '$1 $2');
  return {
    name: `${day}-${slugify(title) || 'untitled'}.md`,
    text: `---
title: ${JSON.stringify(title)}
date: ${day} ${time}
tags: []
published: false
---

`,
  };
}
