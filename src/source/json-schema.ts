import { z } from 'zod';
import type { Site } from '../site/schema.ts';
import { pageKeys } from './page-schema.ts';
import type { OwnSchema } from './own-schema.ts';
import { postKeys } from './post-schema.ts';

/** Keys that decide who may see a text. They are read by the gate, which asks more of them than a form. */
const DECIDING = z.object({
  published: z
    .unknown()
    .optional()
    .meta({ type: ['boolean', 'string'] })
    .describe('`false` makes a draft of it: nobody may know of it.'),
  draft: z
    .unknown()
    .optional()
    .meta({ type: ['boolean', 'string'] })
    .describe('`true` means the same as `published: false`.'),
  unlisted: z
    .unknown()
    .optional()
    .meta({ type: ['boolean', 'string'] })
    .describe('`true`: whoever knows its address may read it; no list, feed or index names it.'),
  date: z
    .unknown()
    .optional()
    .meta({ type: 'string', examples: ['2026-01-31', '2026-01-31 12:00:00 +0100'] })
    .describe('When it was published; one in the future schedules it. Else the file name says so.'),
});

const terms = (description: string) =>
  z
    .unknown()
    .optional()
    .meta({ type: ['string', 'array', 'number', 'null'] })
    .describe(description);

/** What posts are grouped by, as Jekyll reads it. */
const TERMS = z.object({
  tags: terms('Words of the post: a list, or words with blanks between them.'),
  tag: terms('One word of the post, as `tags`.'),
  categories: terms('Where the post belongs: a list, or words with blanks between them.'),
  category: terms('Where the post belongs, blanks and all, as `categories`.'),
});

/**
 * The front matter of posts or pages as a JSON schema, by which editors complete keys and say what they
 * mean, the owner's own among them. No key is needed, others pass through. https://json-schema.org/draft/2020-12
 */
export function frontMatterSchema(
  of: 'posts' | 'pages',
  site: Site,
  own: OwnSchema = {},
): Record<string, unknown> {
  const shape = of === 'posts' ? { ...postKeys(site).shape, ...TERMS.shape } : pageKeys(site).shape;
  const schema = z.toJSONSchema(
    z.object({ ...own[of]?.partial().shape, ...DECIDING.shape, ...shape }),
    {
      io: 'input',
      unrepresentable: 'any',
    },
  );
  return { ...schema, $schema: undefined, additionalProperties: true };
}
