import { describe, expect, it } from 'vitest';
import { ContentError } from '../../../src/lib/problem.ts';
import { defineSite } from '../../../src/site/define.ts';
import type { SiteConfig } from '../../../src/site/schema.ts';

const giscus = {
  provider: 'giscus',
  repo: 'owner/name',
  repoId: 'R_1',
  category: 'Comments',
  categoryId: 'DIC_1',
} as const;

/** The fields and messages of what is wrong with a configuration; empty for a good one. */
function problemsWith(comments: unknown): string[] {
  const config = { url: 'https://a.example', title: 'A', author: { name: 'A' }, comments };
  try {
    defineSite(config as SiteConfig, {});
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(({ field, message }) => `${field}: ${message}`);
  }
}

describe('the configuration of comments', () => {
  it.each([
    [false],
    [giscus],
    [{ ...giscus, mapping: 'title', reactions: false }],
    [{ provider: 'utterances', repo: 'owner/name', label: 'comment' }],
    [{ provider: 'disqus', shortname: 'my-blog' }],
  ])('takes %j', (comments) => {
    expect(problemsWith(comments)).toEqual([]);
  });

  it.each([
    [true, /^comments: .*expected false, or an object/],
    [{ provider: 'facebook' }, /^comments.*expected false, or an object whose `provider`/],
    [{ ...giscus, repo: 'name' }, /^comments\.repo: expected OWNER\/NAME/],
    [{ ...giscus, repoId: undefined }, /^comments\.repoId: is missing/],
    [{ ...giscus, shortname: 'a' }, /^comments\.shortname: there is no such key/],
    [{ provider: 'disqus', shortname: 'a.disqus.com' }, /^comments\.shortname: expected the name/],
  ])('refuses %j', (comments, problem) => {
    expect(problemsWith(comments)).toEqual([expect.stringMatching(problem)]);
  });
});
