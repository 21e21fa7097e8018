import { looksLike } from '../lib/look-alike.ts';
import { nearest, type KeyProblem } from '../lib/problem.ts';
import { DRAFT_WORDS } from '../jekyll/rules/flag.ts';

/**
 * The part of a path that hides what lies there, in words: `_drafts/`, `drafts/`, or a leading `_` or
 * `.`. `_posts` is where Jekyll keeps what it publishes.
 */
export function hidingPart(path: string): string | undefined {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  const folder = parts.find((part) => isDraftsFolder(part) || isHiddenName(part));
  if (folder) return `it lies in ${folder}/`;
  return isHiddenName(file) ? 'its file name is hidden' : undefined;
}

/** Whether a folder is one that drafts are kept in. */
export function isDraftsFolder(name: string): boolean {
  return /^_?drafts$/i.test(name);
}

function isHiddenName(name: string): boolean {
  return /^[_.]/.test(name) && name !== '_posts';
}

/** Words of their own, one letter away from `draft` or `drafts`. */
const INNOCENT = new Set(
  'craft crafts daft draught draughts drift drifts graft grafts raft rafts'.split(' '),
);

/**
 * Folders and file names that read as if they hid a post and do not: `my drafts/`, `Draft/`, `darfts/`,
 * `title.draft.md`, `2026-01-01-_title.md`.
 */
export function* doubtfulPlaces(path: string): Generator<KeyProblem> {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  for (const part of parts) {
    if (readsLikeDrafts(part) || isHiddenLook(part)) {
      yield {
        field: 'folder',
        value: part,
        message: 'does not hide what lies in it, but reads as if it should',
        hint: 'Call it `_drafts` to hide its posts, or something else to publish them.',
      };
    }
  }
  const name = looksLike(file).replace(/\.[^.]*$/, '');
  const isMarked =
    name
      .split('.')
      .slice(1)
      .some((word) => isDraftWord(word.trim()) || isHidingWord(word.trim())) ||
    /[([{]\s*(?:drafts?|wip|unpublished)\s*[)\]}]|(?:do-?not|dont)-?publish/.test(name) ||
    /(?<![\p{L}\p{N}])(?:DRAFT|WIP)(?![\p{L}\p{N}])/u.test(file) ||
    /^[\d-]*-[_.]/.test(name) ||
    isHiddenLook(file);
  if (isMarked) {
    yield {
      field: 'file name',
      value: file,
      message: 'does not hide the post, but reads as if it should',
      hint: 'Begin the name with `_` to hide the post, or take the mark out to publish it.',
    };
  }
}

/** Words that say of a folder that nobody shall see what lies in it. */
const SECRET = new Set(
  `wip private unpublished notpublished notyet hidden unlisted internal secret confidential unfinished todo
  scheduled upcoming queue pending embargoed trash`.split(/\s+/),
);

/** Folders that are named as if they hid a post, and could as well be its subject: `wip/`, `private/`. */
export function* openPlaces(path: string): Generator<KeyProblem> {
  for (const part of path.split('/').slice(0, -1)) {
    const plain = looksLike(part).replace(/[^\p{L}]/gu, '');
    if (!SECRET.has(plain) && !DRAFT_WORDS.has(plain)) continue;
    yield {
      field: 'folder',
      value: part,
      message: 'hides nothing: posts in it are published unless their front matter says otherwise',
      hint: `Call it \`_${part}\` to hide them, or write \`published: true\` into those that are meant.`,
    };
  }
}

/** Whether the name of a folder reads as if drafts were kept in it: `my drafts`, `Draft`, `darfts`, `myDrafts`. */
export function readsLikeDrafts(name: string): boolean {
  const words = looksLike(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).split(/[^\p{L}]+/u);
  const plain = words.join('');
  const isNear = !INNOCENT.has(plain) && nearest(plain, ['draft', 'drafts'], 1) !== undefined;
  return isNear || words.some((word) => /^(?:my|old|new|blog|post)?drafts?(?:posts?)?$/.test(word));
}

/** Whether the field of a problem is no key, but a part of the file's path. */
export function isNameOfPlace(field: string): boolean {
  return field === 'folder' || field === 'file name';
}

/** What nobody puts between the full stops of a name but as a mark. */
function isHidingWord(word: string): boolean {
  return ['wip', 'private', 'unpublished', 'hidden'].includes(word);
}

function isDraftWord(word: string): boolean {
  return word === 'draft' || word === 'drafts';
}

/** A leading `_` or `.` that only looks like one, or stands behind something invisible. */
function isHiddenLook(name: string): boolean {
  return !/^[_.]/.test(name) && /^[_.]/.test(looksLike(name).trim());
}
