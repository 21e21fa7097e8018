import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlag } from '../../../src/jekyll/rules/flag.ts';
import { gate, type GateInput } from '../../../src/source/gate.ts';
import { isPublic } from '../../../src/source/status.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const SITE: GateInput['site'] = { future: false, timeZone: 'UTC', idioms: 'warn' };
const input = (changes: Partial<GateInput>): GateInput => ({
  data: {},
  path: '2026-01-01-post.md',
  date: { time: Date.parse('2026-01-01T00:00:00Z'), offset: 0 },
  now: NOW,
  site: SITE,
  ...changes,
});
const statusOf = (changes: Partial<GateInput>) => {
  const verdict = gate(input(changes));
  return Array.isArray(verdict) ? 'problem' : verdict.status;
};

const spellings = (words: string[]) =>
  words.flatMap((word) => [word, word.toUpperCase(), word[0]?.toUpperCase() + word.slice(1)]);

describe('published', () => {
  it.each([...spellings(['false', 'no', 'off', 'n']), ' false ', false, null])(
    '%j hides',
    (value) => {
      expect(statusOf({ data: { published: value } })).toBe('draft');
    },
  );

  it.each([...spellings(['true', 'yes', 'on', 'y']), true, undefined])('%j publishes', (value) => {
    expect(statusOf({ data: { published: value } })).toBe('published');
  });

  it.each(['maybe', 'flase', '', 'nein', 0, 1, [], {}, 'false true'])('%j is an error', (value) => {
    expect(gate(input({ data: { published: value } }))).toMatchObject([
      { field: 'published', value },
    ]);
  });
});

describe('draft and unlisted', () => {
  it.each([
    [{ draft: true }, 'draft'],
    [{ draft: 'yes' }, 'draft'],
    [{ draft: false }, 'published'],
    [{ draft: null }, 'problem'],
    [{ draft: true, published: true }, 'draft'],
    [{ draft: false, published: false }, 'draft'],
    [{ unlisted: true }, 'unlisted'],
    [{ unlisted: true, draft: true }, 'draft'],
    [{ unlisted: 'perhaps' }, 'problem'],
  ])('%j is %s', (data, status) => {
    expect(statusOf({ data })).toBe(status);
  });
});

describe('a verdict holds until the first date', () => {
  const day = (text: string, offset = 0) => ({ time: Date.parse(text), offset });
  const later = Date.parse('2026-07-01T00:00:00Z');
  it.each<[string, Partial<GateInput>, number | undefined]>([
    ['of a scheduled post', { date: day('2026-07-01T00:00:00Z') }, later],
    ['at which a key takes it back', { data: { expires: '2026-07-01' } }, later],
    ['of several', { data: { expires: '2026-07-01', validuntil: '2026-08-01' } }, later],
    ['and for ever where all are past', { data: {} }, undefined],
    [
      'and for ever where it is a draft',
      { data: { draft: true, expires: '2026-07-01' } },
      undefined,
    ],
    ['whatever keys say that hide nothing', { data: { birthday: '2026-07-01' } }, undefined],
  ])('%s', (_, changes, until) => {
    const verdict = gate(input(changes));
    expect('until' in verdict ? verdict.until : undefined).toBe(until);
  });
});

describe('near misses', () => {
  it.each([
    ['Published', 'published'],
    ['PUBLISHED', 'published'],
    ['publish', 'published'],
    ['pubished', 'published'],
    ['publishd', 'published'],
    ['pbulished', 'published'],
    ['is_published', 'published'],
    ['unpublished', 'published'],
    ['drafts', 'draft'],
    ['Draft', 'draft'],
    ['darft', 'draft'],
    ['is_draft', 'draft'],
    ['isDraft', 'draft'],
    ['un-listed', 'unlisted'],
  ])('%s is an error that names %s', (key, meant) => {
    expect(gate(input({ data: { [key]: true } }))).toMatchObject([
      { field: key, hint: `Did you mean \`${meant}\`?` },
    ]);
  });

  it.each(['publisher', 'craft', 'title', 'date', 'hidden', 'listed', 'layout'])(
    '%s is a key of its own',
    (key) => {
      expect(statusOf({ data: { [key]: 'x' } })).toBe('published');
    },
  );

  it('are reported together with values that cannot be understood', () => {
    expect(gate(input({ data: { published: 'maybe', Draft: true } }))).toHaveLength(2);
  });
});

describe('places', () => {
  it.each([
    '_drafts/post.md',
    'drafts/post.md',
    'Drafts/post.md',
    'a/b/_drafts/c/post.md',
    '_post.md',
    '.post.md',
    'a/_b/post.md',
    'a/.b/post.md',
  ])('%s is a draft', (path) => {
    expect(statusOf({ path })).toBe('draft');
  });

  it.each(['news/_posts/post.md', '_posts/post.md', 'draft.md', 'drafting/post.md', 'a.b/c_d.md'])(
    '%s is not',
    (path) => {
      expect(statusOf({ path })).toBe('published');
    },
  );
});

describe('dates', () => {
  it.each([
    [1, 'scheduled'],
    [0, 'published'],
    [-1, 'published'],
  ])('%i ms from now is %s', (difference, status) => {
    expect(statusOf({ date: { time: NOW + difference, offset: 0 } })).toBe(status);
  });

  it('in the future are published where the config says so', () => {
    expect(statusOf({ date: { time: NOW + 1, offset: 0 }, site: { ...SITE, future: true } })).toBe(
      'published',
    );
  });

  it('in the future stay hidden for unlisted posts', () => {
    const date = { time: NOW + 1, offset: 0 };
    expect(statusOf({ date, data: { unlisted: true } })).toBe('scheduled');
  });
});

it('never lets a post through that says false somewhere where it counts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('published', 'Published', 'publish', 'PUBLISHED'),
      fc.constantFrom<unknown>('false', 'False', 'no', 'off', 'N', false, 'flase', 0, null),
      fc.dictionary(fc.string(), fc.anything()),
      (key, value, others) => {
        const verdict = gate(input({ data: { ...others, [key]: value } }));
        expect(Array.isArray(verdict) || !isPublic(verdict.status)).toBe(true);
      },
    ),
  );
});

it('reads no flag from anything but a YAML 1.1 boolean', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const flag = readFlag(value);
      if (flag === undefined) return;
      expect(String(value).trim()).toMatch(/^(true|false|yes|no|on|off|y|n)$/i);
    }),
  );
});
