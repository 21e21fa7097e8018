import { rooted } from '../../lib/url.ts';
import type { SiteConfig } from '../../site/schema.ts';
import { saysNothing } from '../../source/fields.ts';
import { usualFeeds } from '../../source/feed-addresses.ts';
import { isOwnFile } from '../../source/routes.ts';
import { OTHER_FORMAT } from './page-kind.ts';
import { textOf, type Plan } from './plan.ts';
import { mapping, omitEmpty, positive, text, type JekyllConfig } from './values.ts';

/** What is known of the feeds of a Jekyll site beside its configuration. */
export interface OldFeeds {
  plugins: readonly string[];
  /** Those that the site writes itself. */
  templates: readonly FeedTemplate[];
}

/** A feed that is written in Liquid. */
export interface FeedTemplate {
  /** Its file. */
  name: string;
  /** Path of the site. */
  address: string;
  /** Whether it names posts by `post.id`, as Octopress does. */
  hasIds: boolean;
}

/** The feeds among the files that are not taken over. */
export function feedTemplates(plan: Plan): FeedTemplate[] {
  return plan.rest.flatMap((fate) => {
    const { name, note } = fate;
    if (note !== OTHER_FORMAT || !/\.(?:atom|rss|xml)$/i.test(name)) return [];
    const template = textOf(plan, name);
    const isFeed = /<(?:entry|item)[\s>]/.test(template) && /\{%-?\s*for\b/.test(template);
    // One of a collection has no counterpart here.
    if (!isFeed || !/\bposts\b/.test(template)) return [];
    const [, permalink = name] = /^---\s[^]*?^permalink:\s*["']?([^\s"']+)/m.exec(template) ?? [];
    return [{ name, address: rooted(permalink), hasIds: /\bpost\.id\b/.test(template) }];
  });
}

/**
 * The settings of feeds. https://github.com/jekyll/jekyll-feed#readme and Octopress's `category_dir`
 */
export function convertFeeds(
  jekyll: JekyllConfig,
  { plugins, templates }: OldFeeds,
): SiteConfig['feeds'] {
  const settings = mapping(jekyll['feed']);
  const isPlugin = settings !== undefined || plugins.includes('jekyll-feed');
  const categoryDir = text(jekyll['category_dir']);
  const addresses = [
    ...templates.map(({ address }) => address),
    ...addressesOfPlugin(settings ?? {}),
    ...(categoryDir ? [`${rooted(categoryDir).replace(/\/$/, '')}/:category_slug/atom.xml`] : []),
  ];
  const alias = [...new Set(addresses)].filter(
    (address) => !isOwnFile(address.slice(1)) && !usualFeeds.includes(address),
  );
  const feeds = omitEmpty({
    limit: positive(settings?.['posts_limit']),
    content: settings?.['excerpt_only'] === true ? ('excerpt' as const) : undefined,
    ids: isPlugin || templates.some(({ hasIds }) => hasIds) ? ('jekyll' as const) : undefined,
    alias: alias.length > 0 ? alias : undefined,
  });
  return Object.keys(feeds).length > 0 ? feeds : undefined;
}

/** Where jekyll-feed writes feeds: of all posts, of the categories that it is told, of tags where it is to. */
function addressesOfPlugin({ path, categories, tags, collections }: JekyllConfig): string[] {
  const posts = mapping(mapping(collections)?.['posts']) ?? {};
  const ofAll = text(posts['path']) ?? text(path);
  return [
    ...(ofAll ? [rooted(ofAll)] : []),
    ...(saysNothing(categories ?? posts['categories']) ? [] : ['/feed/:category.xml']),
    ...(!saysNothing(tags)
      ? [`${rooted(text(mapping(tags)?.['path']) ?? 'feed/by_tag/')}:tag.xml`]
      : []),
  ];
}
