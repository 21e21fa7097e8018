import { z } from 'zod';
import { nearest } from '../lib/problem.ts';
import { isAddress, PATH } from './addresses.ts';

/** Lists of the site that the header can name. */
const LISTS = ['archives', 'categories', 'tags'] as const;

const EXPECTED = `expected ${LISTS.join(', ')}, the path of a page such as /about/, or { label, url }`;

const named = z.string().transform((name, context) => {
  const list = LISTS.find((known) => known === name);
  if (list !== undefined) return { list };
  if (PATH.test(name)) return { path: name };
  const meant = nearest(name, LISTS);
  const hint = meant === undefined ? undefined : `Did you mean \`${meant}\`?`;
  context.addIssue({ code: 'custom', message: EXPECTED, params: { hint } });
  return z.NEVER;
});

const labelled = z.strictObject({
  /** What the entry is called. */
  label: z.string().min(1),
  /** A path of the site (`/rss.xml`), or a whole address. */
  url: z.string().refine((url) => PATH.test(url) || isAddress(url) || /^mailto:./.test(url), {
    error: 'expected a path such as /rss.xml, or an address',
  }),
});

/** The entries of the header. */
export const navSchema = z.array(z.union([named, labelled], { error: EXPECTED }));

export type NavEntry = z.output<typeof navSchema>[number];
