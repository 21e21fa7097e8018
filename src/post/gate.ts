import type { PostDate } from './date.ts';
import { readFlag } from './flag.ts';
import { nearest, type Problem } from '../problem.ts';

/**
 * - `published`: anybody may read it, lists name it
 * - `unlisted`: anybody who knows its URL may read it; no list, feed or index names it
 * - `scheduled`: dated in the future; nobody may know of it yet
 * - `draft`: unpublished; nobody may know of it
 */
export type Status = 'published' | 'unlisted' | 'scheduled' | 'draft';

/** May the public see a post, and why. */
export interface Verdict {
  status: Status;
  /** Completes «This post is draft because …»: `published: false`, `it lies in _drafts/`. */
  reason: string;
}

/** What the gate decides on, and nothing else: not the environment, the mode or the machine. */
export interface GateInput {
  /** Front matter with the defaults of its folder. */
  data: Readonly<Record<string, unknown>>;
  /** Path below the posts' folder, with `/`. */
  path: string;
  /** The date of the post; `undefined` where it has none that can be read. */
  date: PostDate | undefined;
  /** The moment of the build, in milliseconds since 1970. */
  now: number;
  /** Whether posts dated in the future are published: the `future` key of the config. */
  future: boolean;
}

/** A mistake in a key that decides publication: its place in the front matter, without the file. */
export type GateProblem = Pick<Problem, 'value' | 'message' | 'hint'> & { field: string };

/**
 * Decides what the public may see. What it does not understand is a problem, never a guess in
 * favour of publishing.
 */
export function gate({ data, path, date, now, future }: GateInput): Verdict | GateProblem[] {
  const problems = [...nearMisses(data)];
  const flag = (key: 'published' | 'draft' | 'unlisted'): boolean | undefined => {
    const value = data[key];
    if (value === undefined) return undefined;
    const flag = readFlag(value);
    if (flag === undefined) {
      problems.push({ field: key, value, message: 'expected true or false' });
    }
    return flag;
  };
  // Jekyll hides a post whose `published:` is left empty.
  const published = data['published'] === null ? false : flag('published');
  const draft = flag('draft');
  const unlisted = flag('unlisted');
  if (problems.length > 0) return problems;

  const hiding = hidingPart(path);
  if (hiding) return { status: 'draft', reason: hiding };
  if (published === false) return { status: 'draft', reason: '`published` is false' };
  if (draft) return { status: 'draft', reason: '`draft` is true' };
  if (date && date.time > now && !future) {
    return { status: 'scheduled', reason: 'its date is in the future' };
  }
  if (unlisted) return { status: 'unlisted', reason: '`unlisted` is true' };
  return { status: 'published', reason: 'nothing holds it back' };
}

/** Whether the public may read a post of that status. */
export function isPublic(status: Status): boolean {
  return status === 'published' || status === 'unlisted';
}

/** The part of a path that marks a post as a draft: `_drafts/`, `drafts/`, or a leading `_` or `.`. */
export function hidingPart(path: string): string | undefined {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  const folder = parts.find((part) => /^_?drafts$/i.test(part) || isHiddenName(part));
  if (folder) return `it lies in ${folder}/`;
  return isHiddenName(file) ? 'its file name is hidden' : undefined;
}

/** `_posts` is where Jekyll keeps what it publishes; any other leading `_` or `.` keeps a file out. */
function isHiddenName(name: string): boolean {
  return /^[_.]/.test(name) && name !== '_posts';
}

const DECIDING_KEYS = ['published', 'draft', 'unlisted'];

/** Words that people use for the deciding keys, further from them than a typing mistake. */
const OTHER_WORDS: Record<string, string> = {
  publish: 'published',
  ispublished: 'published',
  unpublished: 'published',
  unpublish: 'published',
  isdraft: 'draft',
};

/** English words of their own that stand close to a deciding key. */
const INNOCENT_KEYS = new Set([
  'publisher',
  'publishers',
  'craft',
  'crafts',
  'graft',
  'drift',
  'listed',
]);

/** Keys that look like one that decides publication and are not: `Published`, `pubished`, `drafts`. */
function* nearMisses(data: Readonly<Record<string, unknown>>): Generator<GateProblem> {
  for (const key of Object.keys(data)) {
    if (DECIDING_KEYS.includes(key) || INNOCENT_KEYS.has(key.toLowerCase())) continue;
    const plain = key.toLowerCase().replace(/[-_\s]/g, '');
    const meant = OTHER_WORDS[plain] ?? nearest(key, DECIDING_KEYS);
    if (meant) {
      yield {
        field: key,
        value: data[key],
        message: 'no such key decides whether a post is published, but it reads as if it should',
        hint: `Did you mean \`${meant}\`?`,
      };
    }
  }
}
