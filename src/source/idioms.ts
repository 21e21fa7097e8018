import { looksLike } from '../lib/look-alike.ts';
import { once } from '../lib/once.ts';
import type { KeyProblem } from '../lib/problem.ts';
import { DRAFT_WORDS, isWord, readFlag } from '../jekyll/rules/flag.ts';
import { isEnding } from './gate-keys.ts';
import type { Status } from './status.ts';
import { isMapping, toPlain, toText } from '../jekyll/rules/yaml.ts';

/**
 * A key by which another program holds a post back, keeps it out of its lists, or out of search
 * engines.
 */
export interface Idiom {
  field: string;
  value: unknown;
  /** What that program makes of the post, and Galley too, unless its own keys say something else. */
  meaning: 'draft' | 'unlisted' | 'published';
  /** What it does elsewhere, in words. */
  elsewhere: string;
}

type Test = (value: unknown) => boolean;

const isTrue: Test = (value) => readFlag(value) === true;
const isFalse: Test = (value) => readFlag(value) === false;
const isNever: Test = (value) => isFalse(value) || value === 'never';
const STATUS = 'status state poststatus draftstatus publicationstatus publishingstatus';

/** By keys without capitals, hyphens and underscores. The manual has the same table. */
const IDIOMS: { keys: string; test: Test; meaning: Idiom['meaning']; elsewhere: string }[] = [
  {
    keys: STATUS,
    test: isWord(
      `draft drafts drafted indraft autodraft private pending hidden unpublish unpublished notpublished donotpublish
      embargoed scheduled future trash deleted wip unfinished notready`,
    ),
    meaning: 'draft',
    elsewhere: 'Pelican, WordPress and Ghost hold such a post back',
  },
  {
    keys: STATUS,
    test: isWord('inprogress inreview review idea todo backlog stub'),
    meaning: 'published',
    elsewhere: 'it could hide a post in a theme',
  },
  {
    keys: 'visibility access privacy permissions audience security',
    test: isWord(
      'private hidden internal secret members paid password draft none me onlyme friends',
    ),
    meaning: 'draft',
    elsewhere: 'WordPress and Ghost do not show such a post to everybody',
  },
  {
    keys: 'type layout template kind stage phase',
    test: isWord('draft drafts'),
    meaning: 'draft',
    elsewhere: 'Hexo holds such a post back',
  },
  {
    keys: 'private secret confidential internal invisible embargo embargoed onhold hold wip workinprogress unfinished protected deleted trash trashed',
    test: isTrue,
    meaning: 'draft',
    elsewhere: 'it hides a post in themes',
  },
  {
    keys: [...DRAFT_WORDS].join(' '),
    test: isTrue,
    meaning: 'draft',
    elsewhere: 'it says in another language that the post is a draft',
  },
  {
    keys: looksLike(
      'veröffentlicht publié publicado publicada pubblicato gepubliceerd publicerad publiceret opublikowane yayınlandı опубликовано 公開 发布 已发布',
    ),
    test: isFalse,
    meaning: 'draft',
    elsewhere: 'it says in another language that the post is not published',
  },
  {
    keys: 'public ispublic',
    test: isFalse,
    meaning: 'draft',
    elsewhere: 'Logseq does not publish such a page',
  },
  {
    keys: 'password postpassword',
    test: (value) =>
      (typeof value === 'string' && value.trim() !== '') || typeof value === 'number',
    meaning: 'draft',
    elsewhere: 'WordPress and Hexo ask for the password',
  },
  {
    keys: 'headless',
    test: isTrue,
    meaning: 'draft',
    elsewhere: 'Hugo makes no page of such a post',
  },
  {
    keys: 'render output',
    test: isFalse,
    meaning: 'draft',
    elsewhere: 'Zola and Jekyll make no page of what says so',
  },
  {
    keys: 'build',
    test: (value) => isMapping(value) && isNever(value['render']),
    meaning: 'draft',
    elsewhere: 'Hugo makes no page of such a post',
  },
  {
    keys: 'build',
    test: (value) => isMapping(value) && !isNever(value['render']) && isNever(value['list']),
    meaning: 'unlisted',
    elsewhere: 'Hugo keeps such a post out of its lists',
  },
  {
    keys: 'hidden hide',
    test: isTrue,
    meaning: 'unlisted',
    elsewhere: 'Chirpy and jekyll-paginate keep such a post out of their lists',
  },
  {
    keys: 'eleventyexcludefromcollections excludefromcollections',
    test: isTrue,
    meaning: 'unlisted',
    elsewhere: 'Eleventy keeps such a post out of its lists',
  },
  {
    keys: 'listed',
    test: isFalse,
    meaning: 'unlisted',
    elsewhere: 'it keeps a post out of the lists of themes',
  },
  {
    keys: 'visibility',
    test: isWord('unlisted'),
    meaning: 'unlisted',
    elsewhere: 'it keeps a post out of the lists of themes',
  },
  {
    keys: 'permalink',
    test: isFalse,
    meaning: 'published',
    elsewhere: 'Eleventy makes no page of such a post, Jekyll does',
  },
  {
    keys: 'enabled active visible show live online ready finished approved',
    test: isFalse,
    meaning: 'published',
    elsewhere: 'it could hide a post in a theme',
  },
  {
    keys: 'skip ignore ignored exclude excluded disable disabled offline incomplete',
    test: isTrue,
    meaning: 'published',
    elsewhere: 'it could hide a post in a theme',
  },
  {
    keys: 'sitemap',
    test: (value) => isFalse(value) || (isMapping(value) && Object.values(value).some(isTrue)),
    meaning: 'published',
    elsewhere: 'jekyll-sitemap and Hugo keep such a post out of the sitemap',
  },
  {
    keys: 'noindex',
    test: isTrue,
    meaning: 'published',
    elsewhere: 'it keeps a post out of search engines in themes',
  },
  {
    keys: 'robots',
    test: (value) => /\b(?:noindex|none)\b/i.test(toText(value)),
    meaning: 'published',
    elsewhere: 'it keeps a post out of search engines in themes',
  },
];

const idiomsOf = once((key) => IDIOMS.filter(({ keys }) => keys.split(' ').includes(key)));

/** Keys below which Hugo, Zola and others put what they do not know themselves. */
const CONTAINERS = new Set(['params', 'extra', 'meta', 'cascade', 'frontmatter']);

/** Keys of other programs in the front matter of a post that is not held back by Galley's own. */
export function idiomsIn(data: Readonly<Record<string, unknown>>): Idiom[] {
  return Object.entries(data).flatMap(([key, value]): Idiom[] => {
    const plain = looksLike(key).replace(/[^\p{L}]/gu, '');
    if (CONTAINERS.has(plain) && isMapping(value)) {
      return idiomsIn(value).map((idiom) => ({ ...idiom, field: `${key}.${idiom.field}` }));
    }
    if (isEnding(key) && value !== null && value !== false) {
      return [
        { field: key, value, meaning: 'published', elsewhere: 'Hugo takes the post back then' },
      ];
    }
    const idiom = idiomsOf(plain).find(({ test }) => test(value));
    return idiom ? [{ field: key, value, meaning: idiom.meaning, elsewhere: idiom.elsewhere }] : [];
  });
}

const DONE = {
  draft: 'it is held back here too',
  scheduled: 'it waits for its date here',
  unlisted: 'it has a page here and is in no list',
  published: 'it is published here',
};

/** An idiom told to the author, with what was made of the post. */
export function tellIdiom({ field, value, meaning, elsewhere }: Idiom, status: Status): KeyProblem {
  const own = meaning === 'draft' ? '`published: false`' : '`unlisted: true`';
  return {
    field,
    value: toPlain(value),
    message: `is a key of other programs: ${elsewhere}; ${DONE[status]}`,
    hint: `Write ${own} if that is meant.`,
  };
}
