import { z } from 'zod';

const repo = z
  .string()
  .regex(/^[\w.-]+\/[\w.-]+$/, { error: 'expected OWNER/NAME of a GitHub repository' });

/** Comments as GitHub Discussions. https://giscus.app shows the values for a repository. */
const giscusSchema = z.strictObject({
  provider: z.literal('giscus'),
  /** `owner/name` of a public repository with discussions, where the giscus app is installed. */
  repo,
  /** The repository's id: `R_…`. */
  repoId: z.string().min(1),
  /** Name of the category for new discussions. */
  category: z.string().min(1),
  /** The category's id: `DIC_…`. */
  categoryId: z.string().min(1),
  /** What of a page the title of its discussion holds. */
  mapping: z.enum(['pathname', 'url', 'title']).default('pathname'),
  /** Whether readers can react to the post itself. */
  reactions: z.boolean().default(true),
});

/** Comments as GitHub issues. https://utteranc.es */
const utterancesSchema = z.strictObject({
  provider: z.literal('utterances'),
  /** `owner/name` of a public repository, where the utterances app is installed. */
  repo,
  /** What of a page the title of its issue holds. */
  mapping: z.enum(['pathname', 'url', 'title']).default('pathname'),
  /** The label that issues get; it has to exist. */
  label: z.string().min(1).optional(),
});

/** https://disqus.com */
const disqusSchema = z.strictObject({
  provider: z.literal('disqus'),
  /** The site's name at Disqus: `example` of `example.disqus.com`. */
  shortname: z.string().regex(/^[\w-]+$/, { error: 'expected the name before .disqus.com' }),
});

const error = 'expected false, or an object whose `provider` is giscus, utterances or disqus';

/** Who keeps the comments under posts; `false` where nobody does. */
export const commentsSchema = z.union(
  [
    z.literal(false),
    z.discriminatedUnion('provider', [giscusSchema, utterancesSchema, disqusSchema], { error }),
  ],
  { error },
);

export type Comments = Exclude<z.output<typeof commentsSchema>, false>;
export type Settings<Provider extends Comments['provider']> = Extract<
  Comments,
  { provider: Provider }
>;
