import { codePoint, looksLike } from '../lib/look-alike.ts';
import { once } from '../lib/once.ts';
import { nearest, type KeyProblem } from '../lib/problem.ts';
import { parsePostDate } from '../jekyll/rules/date.ts';
import { isWord, readFlag } from '../jekyll/rules/flag.ts';
import { isMapping, toPlain, toText } from '../jekyll/rules/yaml.ts';

type Data = Readonly<Record<string, unknown>>;

/** The keys that hold a post back, or keep it out of lists, by true and false. */
export const FLAGS = ['published', 'draft', 'unlisted'] as const;

/** One of the keys that decide by true and false. */
export type Flag = (typeof FLAGS)[number];

/** Whether a value of that key holds a post back or keeps it out of lists. */
export function hides(key: Flag, value: unknown): boolean {
  // Jekyll hides a post whose `published:` is left empty.
  if (key === 'published') return value === null || readFlag(value) === false;
  return readFlag(value) === true;
}

/** Words that people use for the deciding keys, further from them than a typing mistake. */
const OTHER_WORDS: Record<string, Flag> = {
  publish: 'published',
  ispublished: 'published',
  unpublished: 'published',
  unpublish: 'published',
  isdraft: 'draft',
  isunlisted: 'unlisted',
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
  'publishedin',
  'publishedby',
  'publishedas',
]);

/**
 * Keys that look like one that decides by true and false and are not: `Published`, `pubished`, `drafts`,
 * `рublished` with a Cyrillic letter, `post.published`.
 */
export function* doubtfulFlags(data: Data): Generator<KeyProblem> {
  for (const [written, empty] of Object.entries(data)) {
    // `{title: x, published:false}` holds a key without a value.
    const [, glued, said] = (empty === null && /^(.+?)[:=]\s*(\w+)$/.exec(written)) || [];
    const [key, value] = glued === undefined ? [written, empty] : [glued, said];
    if (FLAGS.some((flag) => flag === written)) continue;
    const meant = flagMeantBy(key, value);
    if (meant === undefined) continue;
    const odd = [...new Set(key.match(/[^ -~]/gu))].map(codePoint);
    yield {
      field: written,
      value: empty,
      message: 'no such key decides whether a post is published, but it reads as if it should',
      hint: `Did you mean \`${meant}\`?${odd.length > 0 ? ` The key holds ${odd.join(', ')}.` : ''}`,
    };
  }
}

// The same few keys stand in every post, so each is compared once.
const nearFlag = once((plain) => OTHER_WORDS[plain] ?? nearest(plain, FLAGS));
const isWaitingWord = once(
  (plain) => WAITING.test(plain) || nearest(plain, ['date'], 1) !== undefined,
);

/** Sentences of which keys are made: `do_not_publish`, `dg-publish`, `publishable`; the refusal is caught. */
const PUBLISHING =
  /^(?:is|dg|to|can|should|post|page|article)*((?:do|should)?(?:not|nt|no|never|un))?(?:to|be)*publish(?:able|ed|ing)?(?:yet|now|this|it|post|page)?$/;

function flagMeantBy(key: string, value: unknown): Flag | undefined {
  const look = looksLike(key);
  const plain = look.replace(/[^\p{L}\p{N}]/gu, '');
  if (INNOCENT_KEYS.has(plain)) return undefined;
  // `published_at: 2020-01-01` is a date, which `doubtfulDates` looks at.
  if (isDateText(value) && isWaitingWord(plain)) return undefined;
  const near = nearFlag(plain);
  if (near !== undefined) return FLAGS.find((flag) => flag === near);
  const [isPublishing, refusal] = PUBLISHING.exec(plain) ?? [];
  if (isPublishing) {
    const isSaid = readFlag(value);
    return isSaid !== undefined && isSaid === (refusal !== undefined) ? 'published' : undefined;
  }
  // Of a key that only contains the word, the value has to fit too.
  const words = wordsOf(key);
  const flag = FLAGS.find((flag) => words.includes(flag));
  if (flag === undefined || typeof value === 'object') return undefined;
  const isNegated = words.some((word) => ['not', 'non', 'no', 'un'].includes(word));
  return hides(flag, isNegated ? !readFlag(value) : value) && readFlag(value) !== undefined
    ? flag
    : undefined;
}

const isDateText = (value: unknown) => /^\s*\d{4}-\d\d?-\d\d?(?!\d)/.test(toText(value));

/** The words of a key: `post.isPublished` is post, is, published. */
function wordsOf(key: string): string[] {
  return looksLike(key.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).split(/[^a-z]+/);
}

/**
 * Deciding keys below another key, where they decide nothing: by wrong indentation, or as in the
 * front matter of other programs (`params: {draft: true}`).
 */
export function* nestedFlags(data: Data): Generator<KeyProblem & { flag: Flag }> {
  for (const [key, value] of Object.entries(data)) yield* flagsBelow(value, key);
}

function* flagsBelow(value: unknown, path: string): Generator<KeyProblem & { flag: Flag }> {
  if (Array.isArray(value)) for (const item of value) yield* flagsBelow(item, path);
  if (!isMapping(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const plain = looksLike(key).replace(/[^a-z]/g, '');
    const flag = FLAGS.find((flag) => flag === plain);
    if (flag && hides(flag, inner)) {
      yield {
        flag,
        field: `${path}.${key}`,
        value: inner,
        message: 'decides nothing below another key, but reads as if it should',
        hint: `Write \`${flag}\` without indentation, on a line of its own.`,
      };
    }
    yield* flagsBelow(inner, `${path}.${key}`);
  }
}

/** Words for the moment at which a post appears, in other programs; without capitals and hyphens. */
const WAITING =
  /^(?:datepublished|datetime|created(?:at|on)?|datum|fecha|дata|tanggal|日付|日期|postdated?|golive|notbefore|publication|publishing|(?:schedule|embargo)e?d?|(?:pub(?:lish(?:ed|ing)?|lication)?|scheduled?|embargo(?:ed)?)(?:date|time|at|on|for|from|after|until)|(?:available|visible|show|public|live|release|valid)(?:at|on|from|after|date)|(?:hold|hide|hidden|draft|private|donotpublish)(?:until|till|before))$/;

/** Words for the moment at which a post disappears. */
const ENDING = new Set(
  `expirydate expires expiry expire expired expiresat expireson expiresafter expirationdate expiration
  expiredate unpublishdate unpublishat unpublishon publishuntil validuntil visibleuntil showuntil availableuntil
  removeat removeon`.split(/\s+/),
);

/** Whether a key names the moment at which a post disappears, in other programs. */
export function isEnding(key: string): boolean {
  return ENDING.has(plainKey(key));
}

function plainKey(key: string): string {
  return looksLike(key).replace(/[^\p{L}]/gu, '');
}

/** The moments at which a key means a post to appear or to disappear, if it reads as if it did. */
export function timesOfKey(key: string, value: unknown, timeZone: string): number[] {
  const plain = plainKey(key);
  if (key === 'date' || !(isWaitingWord(plain) || ENDING.has(plain))) return [];
  return [value].flat().flatMap((one) => parsePostDate(one, timeZone)?.time ?? []);
}

/**
 * Keys that read as if they decided when a post appears or disappears, where they would hold it back
 * now: `Date`, `dates`, `pubDate`, `scheduled` in the future, `expires` in the past.
 */
export function* doubtfulDates(
  data: Data,
  { now, timeZone }: { now: number; timeZone: string },
): Generator<KeyProblem> {
  for (const [key, value] of Object.entries(data)) {
    if (key === 'date') continue;
    const plain = plainKey(key);
    const isWaiting = isWaitingWord(plain);
    const isOver = ENDING.has(plain);
    if (!isWaiting && !isOver) continue;
    const times = timesOfKey(key, value, timeZone);
    if (isWaiting && times.some((time) => time > now)) {
      yield {
        field: key,
        value: toText(value),
        message: 'no such key holds a post back, but its date is in the future',
        hint: 'Did you mean `date`?',
      };
    } else if (isOver && times.some((time) => time <= now)) {
      yield {
        field: key,
        value: toText(value),
        message: 'no such key takes a post back, but its date is in the past',
        hint: 'Add `published: false` to take the post back, or take this key out.',
      };
    } else if (
      (value === true && (isOver || /^(?:schedul|embargo)/.test(plain))) ||
      (plain === 'date' && typeof value === 'string' && times.length === 0)
    ) {
      yield {
        field: key,
        value,
        message: 'no such key holds a post back, but it reads as if it should',
        hint: isOver ? 'Did you mean `published: false`?' : 'Did you mean `date`?',
      };
    }
  }
}

/** Titles and terms by which some keep drafts apart: `[DRAFT] Title`, a tag `draft`. They hide nothing. */
export function* draftMarks(data: Data): Generator<KeyProblem> {
  for (const field of ['title', 'tags', 'tag', 'categories', 'category']) {
    const value = data[field];
    if (
      value === undefined ||
      !(field === 'title' ? isTitleOfDraft(toText(value)) : isTerm(value))
    ) {
      continue;
    }
    yield {
      field,
      value: toPlain(value),
      message: 'reads as if the post were a draft, but hides nothing: it is published',
      hint: 'Write `published: false` to hold it back, or `published: true` if it is meant so.',
    };
  }
}

const isTerm = isWord('draft drafts wip unpublished donotpublish');

function isTitleOfDraft(title: string): boolean {
  return (
    /^\W*(?:DRAFT|WIP)\b/.test(title) ||
    /[([{](?:draft|wip)[)\]}]|^\W*do not publish(?: yet| this)?\W*(?:$|:)/i.test(title)
  );
}
