import { z } from 'zod';
import { commentsSchema } from './comments.ts';
import { LANGUAGE_EXPECTED, readLanguage } from '../i18n/language-tag.ts';
import { permalinkMistake } from '../jekyll/rules/permalink.ts';
import { isAddress, PATH } from './addresses.ts';
import { iconSchema } from './icons.ts';
import { navSchema } from './nav.ts';
import { themeSchema } from './theme.ts';

/** `Intl` knows the IANA names and the old POSIX ones (`CET`, `EST5EDT`) that Jekyll sites use. */
const isTimeZone = (name: string) => succeeds(() => Intl.DateTimeFormat('en', { timeZone: name }));

function succeeds(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

const authorSchema = z.strictObject({
  /** Shown under posts, in feeds and in metadata. */
  name: z.string().min(1),
  /** Appears in the feeds only when given. */
  email: z.email().optional(),
  /** The author's home page. */
  url: z.url().optional(),
  /** A line about the author, below each post; else that is the site's description. */
  bio: z.string().min(1).optional(),
  /** `@name@server`: previews in Mastodon name the author of a post by it. */
  fediverse: z
    .string()
    .regex(/^@[\w.-]+@[\w-]+(?:\.[\w-]+)+$/, { error: 'expected @name@server' })
    .optional(),
});

const picture = z.string().regex(PATH, {
  error: 'expected the path of a picture in public/, such as /images/logo.svg',
});

const permalinkTemplate = z
  .string()
  .min(1)
  .superRefine((template, context) => {
    const error = permalinkMistake(template);
    if (error) context.addIssue({ code: 'custom', message: error.message, params: error });
  });

const shown = z.boolean().default(true);

/** What can be left out, of a post too where its front matter has a key for it. */
const showSchema = z.strictObject({
  /** The contents of posts; `toc: false` in one post. */
  contents: shown,
  /** Related posts; `related: false` in one post. */
  related: shown,
  /** The other posts of a series. */
  series: shown,
  /** Copying and sharing the address of a post; `share: false` in one post. */
  share: shown,
  /** How many minutes a post takes; `read_time: false` in one post. */
  readingTime: shown,
  /** The button that chooses between light and dark; without it the reader’s system does. */
  themeSwitch: shown,
  /** The search: its button, its page and its index. */
  search: shown,
  /** The pictures that networks show of posts without a cover. */
  socialImages: shown,
});

/** Where a site can be handed out by more than its files. */
const HOSTS = ['netlify', 'cloudflare', 'vercel', 'nginx', 'caddy'] as const;
export type Host = (typeof HOSTS)[number];

/** The formats in which feeds are written. */
const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormatKey = (typeof FEED_FORMATS)[number];

const feedAddress = z.string().regex(/^\/(?:(?:[\w.~-]|:(?:category|tag)(?:_slug)?\b)+\/?)+$/, {
  error: 'expected a path, such as /feed.xml or /blog/categories/:category_slug/atom.xml',
});

const listAddress = z
  .string()
  .regex(/^\/(?:(?:[\w.~-]|:(?:category|tag)(?:_slug)?\b|:(?:num|year|month|day)\b)+\/?)+$/, {
    error: 'expected a path, such as /blog/, /page:num/, /tag/:tag_slug/ or /:year/:month/',
  });

/**
 * The owner's configuration, `src/site.config.ts`. Unknown keys are errors, so that a typing
 * mistake cannot silently fall back to a default.
 */
export const siteSchema = z.strictObject({
  /** Where the site is published: scheme and host, `https://example.org`. `SITE_URL` overrides it. */
  url: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://example.org' })
    .transform((url) => new URL(url))
    .refine((url) => url.pathname === '/' && !url.search && !url.hash, {
      error: 'expected scheme and host alone; the path belongs into `base`',
    })
    .transform((url) => url.origin),
  /** The path below which the site lives: `/` or `/blog/`. `SITE_BASE` overrides it. Kept without its last slash. */
  base: z
    .string()
    .regex(/^\/?([\w.~-]+\/?)*$/, { error: 'expected a path such as /blog/' })
    .transform((base) => base.replace(/^\/?(.*?)\/?$/, (_, path: string) => path && `/${path}`))
    .prefault('/'),
  /** Name of the site. */
  title: z.string().min(1),
  /** One or two sentences on what the site is about, for readers and search engines. */
  description: z.string().default(''),
  /** Who writes, unless a post says otherwise. */
  author: authorSchema,
  /** Language of the site and of its posts unless they say otherwise, as a BCP 47 tag: `en`, `pt-BR`. */
  lang: z
    .string()
    .transform((text, context) => {
      const language = readLanguage(text);
      if ('tag' in language) return language.tag;
      context.addIssue({ code: 'custom', message: LANGUAGE_EXPECTED, params: language });
      return z.NEVER;
    })
    .default('en'),
  /** Time zone of dates written without an offset and of the dates that are shown: an IANA name, `Europe/Vienna`. */
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'expected a time zone name such as Europe/Vienna' })
    .default('UTC'),
  /**
   * URL of posts: a named style (`date` `pretty` `ordinal` `weekdate` `none`) or a template
   * (`/:year/:month/:title/`), as in Jekyll. https://jekyllrb.com/docs/permalinks/
   */
  permalink: permalinkTemplate.default('/posts/:title/'),
  /**
   * Collections of documents, as in Jekyll: those of `books` lie in `src/content/pages/_books/` and are
   * `site.books` in Liquid. With `output` each has a page, at `permalink` or where Jekyll puts it.
   * https://jekyllrb.com/docs/collections/
   */
  collections: z
    .record(
      z.string().regex(/^(?!posts$|_?drafts$)[\w-][\w.-]*$/i, {
        error: 'expected the name of a collection, such as books; posts and drafts are none',
      }),
      z.strictObject({
        /** Whether its documents have pages. */
        output: z.boolean().default(false),
        /** Where they are: a template, `/library/:name/`. Without it `/:collection/:path`, ending as those of posts. */
        permalink: permalinkTemplate.optional(),
      }),
    )
    .default({}),
  /** How the site looks. */
  theme: themeSchema.prefault({}),
  /**
   * The entries of the header in their order: `archives`, `categories`, `tags` (these two as soon as there
   * are some), the path of a page or post (`/about/`), or `{ label, url }` for anything else. What is not
   * named is not there. Without it: all of the first three, and the pages at the top.
   */
  nav: navSchema.optional(),
  /** What there is beside the texts: `false` leaves it out everywhere. */
  show: showSchema.prefault({}),
  /**
   * A picture of `public/` in front of the title in the header: `/images/logo.svg`. `{ src, title: false }`
   * where the picture says the title itself and takes its place.
   */
  logo: z
    .union([picture, z.strictObject({ src: picture, title: z.boolean().default(true) })], {
      error: 'expected the path of a picture in public/, such as /images/logo.svg',
    })
    .transform((logo) => (typeof logo === 'string' ? { src: logo, title: true } : logo))
    .optional(),
  /** What the foot of every page says instead of the author’s name. `{year}` is the year of the build. */
  copyright: z.string().min(1).optional(),
  /** Posts on one page of a list. */
  paginate: z.int().min(1).default(10),
  /** Publish posts that are dated in the future, as Jekyll's `future: true` does. */
  future: z.boolean().default(false),
  /**
   * What keys of other programs are that hold a post back there (`status: draft`, `hidden: true`): a
   * warning that says what was made of the post, or an error (`strict`).
   */
  idioms: z.enum(['warn', 'strict']).default('warn'),
  /** What ends the excerpt in the text of a post. Without it the excerpt is the first paragraph. */
  excerptSeparator: z.string().min(1).optional(),
  /** RSS, Atom and JSON Feed. */
  feeds: z
    .strictObject({
      /** Items in a feed. */
      limit: z.int().min(1).default(20),
      /** Whole posts, or their excerpts. */
      content: z.enum(['full', 'excerpt']).default('full'),
      /** The formats in which each category has a feed: any of `rss` `atom` `json`, or none. */
      categories: z.array(z.enum(FEED_FORMATS)).default([...FEED_FORMATS]),
      /** The same of tags. Where there are hundreds, `['atom']` or none spares hundreds of files. */
      tags: z.array(z.enum(FEED_FORMATS)).default([...FEED_FORMATS]),
      /**
       * What an item is known by, unless its front matter has a `guid`: the address of the post, or what
       * jekyll-feed and Octopress write (`jekyll`), so that readers of an old feed see nothing twice.
       */
      ids: z.enum(['url', 'jekyll']).default('url'),
      /**
       * Addresses, one or several, at which readers have the site's feed from before: those of files answer
       * with it, those that end with a slash lead to it. `:category` and `:tag` stand for the name of each
       * (`/feed/:category.xml` of jekyll-feed), `:category_slug` and `:tag_slug` for what Octopress makes of it.
       */
      alias: z
        .union([feedAddress, z.array(feedAddress)])
        .transform((addresses) => [addresses].flat())
        .default([]),
    })
    .prefault({}),
  /** Lists of posts. */
  lists: z
    .strictObject({
      /**
       * Addresses, one or several, at which readers knew lists from before; they lead to those of today.
       * `:num` stands for the number of a page (`/page:num/`), `:year`, `:month` and `:day` for dates of posts,
       * `:tag` and `:category` for the name of each, `:tag_slug` and `:category_slug` for what jekyll-archives
       * and Octopress make of it. Without any it is the home page.
       */
      alias: z
        .union([listAddress, z.array(listAddress)])
        .transform((addresses) => [addresses].flat())
        .default([]),
    })
    .prefault({}),
  /**
   * Who keeps the comments under posts that say `comments: true`: `{ provider: 'giscus', … }`,
   * `utterances` or `disqus`. Nothing is asked of them before a reader wants to see the comments.
   */
  comments: commentsSchema.default(false),
  /**
   * Where the source of a page can be edited: its path in the project is put behind
   * (`https://github.com/jane/blog/edit/main/`). Without it there is no such link.
   */
  editUrl: z.url().optional(),
  /** Profiles elsewhere, linked from the foot of every page with `rel="me"`. */
  social: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        url: z.url(),
        /** Shown instead of the name: one of https://icons.getbootstrap.com, such as `github` or `mastodon`. */
        icon: iconSchema.optional(),
      }),
    )
    .default([]),
  /**
   * Front matter for posts that do not say it themselves, by folder, as Jekyll's `defaults`.
   * https://jekyllrb.com/docs/configuration/front-matter-defaults/
   */
  defaults: z
    .array(
      z.strictObject({
        /** `path`: a folder or glob of the Jekyll site (`_posts`, `news/*`), `''` for all; `type`: `posts` or none. */
        scope: z.strictObject({ path: z.string().default(''), type: z.string().optional() }),
        /** The front matter they get. */
        values: z.record(z.string(), z.unknown()),
      }),
    )
    .default([]),
  /**
   * What stands at the address of a post that was taken back: `'gone'` (410 where the host reads
   * `_redirects`, and a page that says so), or the path or address to go on to. Addresses are
   * written as the post had them, below the base path. One that is not listed is plainly absent.
   */
  retracted: z
    .record(
      z.string().regex(PATH, { error: 'expected the path of a post, such as /posts/report/' }),
      z
        .string()
        .refine((to) => to === 'gone' || PATH.test(to) || isAddress(to), {
          error: "expected 'gone', a path such as /posts/statement/, or an address",
        })
        .transform((to) => (isAddress(to) ? new URL(to).href : to)),
    )
    .default({}),
  /**
   * Who hands out the site: `netlify` and `cloudflare` get `_redirects` and `_headers`, `vercel` its
   * `vercel.json`, `nginx` and `caddy` files to include in `.hosting/`, and `.br` and `.gz` beside every text.
   * `_redirects` is written in any case.
   */
  hosting: z.array(z.enum(HOSTS)).default([]),
  /** Liquid tags in posts. */
  liquid: z
    .strictObject({
      /** What a tag that nobody defines is: an `error`, or a warning and nothing in the page (`drop`). */
      unknownTags: z.enum(['error', 'drop']).default('error'),
    })
    .prefault({}),
});

/** What an owner may write in `src/site.config.ts`. */
export type SiteConfig = z.input<typeof siteSchema>;

/** The configuration with every default filled in. */
export type Site = z.output<typeof siteSchema>;
