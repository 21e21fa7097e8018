import { type CollectionEntry, getCollection } from 'astro:content';
import site from '../site.config.ts';
import { newestFirst } from '../source/order.ts';
import { contentOnce } from './content-once.ts';
import { createRelated, type Related } from './related.ts';
import { termKey } from '../jekyll/rules/taxonomy.ts';
import {
  groupByTerm,
  groupByYear,
  taxonomies,
  type Taxonomy,
  type Term,
  type Year,
} from '../source/terms.ts';

/** A post as pages and feeds use it. The store holds nothing that the public may not see. */
export type Post = CollectionEntry<'posts'>;

/** The posts before and after one in time. */
export interface Neighbours {
  newer?: Post | undefined;
  older?: Post | undefined;
}

/** Everything that pages ask about posts. */
interface Posts {
  all: Post[];
  listed: Post[];
  years: Year<Post>[];
  terms: Record<Taxonomy, Term<Post>[]>;
  termsByKey: Record<Taxonomy, Map<string, Term<Post>>>;
  neighbours: Map<string, Neighbours>;
  related: Related<Post>;
  series: Map<string, Post[]>;
  translations: Map<string, Post[]>;
}

/** All posts that have a page, unlisted ones too, newest first. */
export const getAllPosts = async (): Promise<Post[]> => (await posts()).all;

/** The posts that lists, feeds and archives name, newest first. */
export const getPosts = async (): Promise<Post[]> => (await posts()).listed;

/** Years that have posts, newest first. */
export const getYears = async (): Promise<Year<Post>[]> => (await posts()).years;

/** Tags or categories with their posts, in alphabetical order. */
export const getTerms = async (taxonomy: Taxonomy): Promise<Term<Post>[]> =>
  (await posts()).terms[taxonomy];

/** Tags and categories, as `getTerms` gives them. */
export const getAllTerms = async (): Promise<Term<Post>[]> =>
  (await Promise.all(taxonomies.map(getTerms))).flat();

/** The listed posts next to a listed post; nothing for an unlisted one. */
export const getNeighbours = async (post: Post): Promise<Neighbours> =>
  (await posts()).neighbours.get(post.id) ?? {};

/** So many related posts are shown. */
const RELATED = 3;

/** Listed posts that share tags or categories with a post, the closest first. */
export const getRelated = async (post: Post): Promise<Post[]> =>
  (await posts()).related(post, RELATED);

/** The listed posts of the series that a post is a part of, oldest first. */
export async function getSeries({ data: { series } }: Post): Promise<Post[]> {
  return series === undefined ? [] : ((await posts()).series.get(termKey(series)) ?? []);
}

/** A post in one of its languages. */
export interface Translation {
  lang: string;
  post: Post;
}

/** A listed post in each of its languages, itself among them; nothing where it has but one. */
export async function getTranslations({ data: { ref } }: Post): Promise<Translation[]> {
  const versions = ref === undefined ? [] : ((await posts()).translations.get(ref) ?? []);
  const byLang = new Map(versions.map((post) => [post.data.lang ?? site.lang, post]));
  return byLang.size < 2 ? [] : Array.from(byLang, ([lang, post]) => ({ lang, post }));
}

/** A tag or category as a post spells it; without a path where no listed post has it. */
export interface TermLink {
  name: string;
  path?: string | undefined;
}

/** The terms that a post names, in its order and spelling. */
export async function getTermLinks(post: Post, taxonomy: Taxonomy): Promise<TermLink[]> {
  const terms = (await posts()).termsByKey[taxonomy];
  return post.data[taxonomy].map((name) => ({ name, path: terms.get(termKey(name))?.path }));
}

/** All that the page of a post shows of others: what makes it another page although its text is the same. */
export const getSurroundings = async (post: Post): Promise<unknown> => [
  await getNeighbours(post),
  await getRelated(post),
  await getSeries(post),
  await getTranslations(post),
  await getTermLinks(post, 'categories'),
  await getTermLinks(post, 'tags'),
];

const posts = contentOnce(async (): Promise<Posts> => {
  const all = (await getCollection('posts')).toSorted((a, b) =>
    newestFirst(orderOf(a), orderOf(b)),
  );
  const listed = all.filter((post) => post.data.status !== 'unlisted');
  const terms = {
    categories: groupByTerm(listed, 'categories', (post) => post.data.categories),
    tags: groupByTerm(listed, 'tags', (post) => post.data.tags),
  };
  const byKey = (terms: Term<Post>[]) => new Map(terms.map((term) => [termKey(term.name), term]));
  return {
    all,
    listed,
    years: groupByYear(listed, site.timeZone, ({ data }) => data.date.time),
    terms,
    termsByKey: { categories: byKey(terms.categories), tags: byKey(terms.tags) },
    neighbours: new Map(
      listed.map((post, i) => [post.id, { newer: listed[i - 1], older: listed[i + 1] }]),
    ),
    related: createRelated(
      listed,
      [...terms.tags, ...terms.categories].map((term) => term.posts),
    ),
    series: Map.groupBy(listed.filter((post) => post.data.series).toReversed(), (post) =>
      termKey(post.data.series ?? ''),
    ),
    translations: Map.groupBy(
      listed.filter((post) => post.data.ref !== undefined),
      (post) => post.data.ref ?? '',
    ),
  };
});

const orderOf = ({ id, data: { date } }: Post) => ({ date, path: id });
