import { describe, expect, it } from 'vitest';
import { languageNote } from '../../../src/build/galley.ts';
import { ContentError } from '../../../src/lib/problem.ts';
import { defineSite } from '../../../src/site/define.ts';
import { buildTime, draftsPreview } from '../../../src/site/environment.ts';
import type { SiteConfig } from '../../../src/site/schema.ts';

const config: SiteConfig = {
  url: 'https://example.org',
  title: 'Example',
  author: { name: 'Ada' },
};

/** The problems of a configuration that need not be of the right type. */
function problemsOf(changes: Record<string, unknown>, environment = {}) {
  try {
    defineSite({ ...config, ...changes }, environment);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

describe('defineSite', () => {
  it('fills in defaults', () => {
    expect(defineSite(config, {})).toMatchObject({
      base: '',
      lang: 'en',
      timeZone: 'UTC',
      permalink: '/posts/:title/',
      paginate: 10,
      future: false,
      feeds: { limit: 20, content: 'full', tags: ['rss', 'atom', 'json'], ids: 'url', alias: [] },
    });
  });

  it('reads the names of languages that POSIX gives', () => {
    expect(defineSite({ ...config, lang: 'pt_BR.UTF-8' }, {}).lang).toBe('pt-BR');
  });

  it('says what was probably meant', () => {
    expect(problemsOf({ lang: 'german', permalink: '/:yaer/:title/' })).toMatchObject([
      { field: 'lang', hint: 'Did you mean `de`?' },
      {
        field: 'permalink',
        value: '/:yaer/:title/',
        message: 'there is no placeholder :yaer',
        hint: 'Did you mean `:year`?',
        line: expect.any(Number),
      },
    ]);
  });

  it.each([
    ['en', undefined],
    ['de-AT', undefined],
    [
      'it',
      /src\/site\.config\.ts:\d+: .* in it, the interface is in English, .* src\/i18n\/it\.ts/,
    ],
  ])('of the interface in %s it notes what is not so', (lang, note) => {
    if (note) expect(languageNote(lang)).toMatch(note);
    else expect(languageNote(lang)).toBeUndefined();
  });

  it.each([
    ['/', ''],
    ['', ''],
    ['/blog', '/blog'],
    ['/blog/', '/blog'],
    ['blog/', '/blog'],
    ['/a/b/', '/a/b'],
  ])('keeps base %j as %j', (base, expected) => {
    expect(defineSite({ ...config, base }, {}).base).toBe(expected);
  });

  it('lets the environment override url and base', () => {
    const environment = { SITE_URL: 'https://preview.example.org/', SITE_BASE: '/pr-1/' };
    expect(defineSite(config, environment)).toMatchObject({
      url: 'https://preview.example.org',
      base: '/pr-1',
    });
  });

  it.each([
    [{ url: 'example.org' }, 'url'],
    [{ url: 'https://example.org/blog/' }, 'url'],
    [{ url: 'ftp://example.org' }, 'url'],
    [{ base: '/a b/' }, 'base'],
    [{ timeZone: 'Europe/Wien' }, 'timeZone'],
    [{ lang: 'english!' }, 'lang'],
    [{ lang: 'english' }, 'lang'],
    [{ lang: '' }, 'lang'],
    [{ permalink: '/:yaer/:title/' }, 'permalink'],
    [{ permalink: ':nothing' }, 'permalink'],
    [{ paginate: 0 }, 'paginate'],
    [{ feeds: { limit: 'all' } }, 'feeds.limit'],
    [{ author: {} }, 'author.name'],
    [{ title: undefined }, 'title'],
  ])('refuses %j and names %s', (changes, field) => {
    expect(problemsOf(changes)).toMatchObject([{ file: 'src/site.config.ts', field }]);
  });

  it.each([
    [{ 'posts/x/': 'gone' }, 'retracted.posts/x/', 'expected the path of a post'],
    [{ '/a/': 'gon' }, 'retracted./a/', "expected 'gone', a path"],
    [{ '/a/': '//example.org/' }, 'retracted./a/', "expected 'gone', a path"],
  ])('refuses what says %j of a retracted post', (retracted, field, message) => {
    expect(problemsOf({ retracted })).toMatchObject([
      { field, message: expect.stringContaining(message) },
    ]);
  });

  it.each([
    [{ nav: ['archive'] }, 'nav.0', 'expected archives, categories, tags', /`archives`/],
    [{ nav: ['tags', '//a.example'] }, 'nav.1', 'expected archives, categories, tags', undefined],
    [{ nav: [{ label: 'Code', url: 'code' }] }, 'nav.0.url', 'expected a path', undefined],
    [{ nav: [{ lable: 'Code', url: '/c/' }] }, 'nav.0.lable', 'no such key', /`label`/],
    [{ theme: { accent: 'red' } }, 'theme.accent', 'expected a colour such as', undefined],
    [{ theme: { paper: { light: '#1' } } }, 'theme.paper.light', 'expected a colour', undefined],
    [{ theme: { ink: 5 } }, 'theme.ink', 'or { light, dark }', undefined],
    [{ theme: { ink: '#777777' } }, 'theme.ink', 'cannot be read', /The nearest that can be: ink:/],
    [{ show: { serach: false } }, 'show.serach', 'no such key', /`search`/],
    [{ logo: 'logo.svg' }, 'logo', 'expected the path of a picture in public/', undefined],
    [
      { social: [{ name: 'M', url: 'https://m.example', icon: 'mastodn' }] },
      'social.0.icon',
      'expected the name of an icon',
      /`mastodon`/,
    ],
  ])('refuses %j and says what was meant', (changes, field, message, hint) => {
    const problem = problemsOf(changes).find((problem) => problem.field === field);
    expect(problem?.message).toContain(message);
    if (hint) expect(problem?.hint).toMatch(hint);
  });

  it('names what an unknown key was probably meant to be', () => {
    expect(problemsOf({ timezone: 'UTC' })).toMatchObject([
      { field: 'timezone', hint: 'Did you mean `timeZone`?' },
    ]);
  });

  it.each([
    [{ feeds: { limits: 5 } }, 'feeds.limits', 'limit'],
    [{ author: { name: 'Ada', e_mail: 'a@b.c' } }, 'author.e_mail', 'email'],
    [
      { comments: { provider: 'utterances', repo: 'a/b', maping: 'url' } },
      'comments.maping',
      'mapping',
    ],
  ])('%j: also deep inside', (changes, field, meant) => {
    expect(problemsOf(changes)).toMatchObject([{ field, hint: `Did you mean \`${meant}\`?` }]);
  });

  it('tells all mistakes at once', () => {
    expect(problemsOf({ url: 'x', paginate: -1, colour: 'red' })).toHaveLength(3);
  });

  it('says when a value comes from the environment', () => {
    expect(problemsOf({}, { SITE_URL: 'nonsense' })).toMatchObject([
      { field: 'url', value: 'nonsense', hint: 'The value comes from SITE_URL.' },
    ]);
  });

  it('finds the line of a key in the file', () => {
    expect(problemsOf({ timeZone: 'Nowhere' })[0]?.line).toBeGreaterThan(3);
  });
});

describe('buildTime', () => {
  it.each([
    ['2026-01-31T12:00:00Z', Date.UTC(2026, 0, 31, 12)],
    ['2026-01-31T12:00:00+02:00', Date.UTC(2026, 0, 31, 10)],
    ['2026-01-31', Date.UTC(2026, 0, 31)],
  ])('reads %s', (text, time) => {
    expect(buildTime({ BUILD_TIME: text })).toBe(time);
  });

  it.each([
    'tomorrow',
    '2026-01-31T12:00:00',
    '31.1.2026',
    '1769860800',
    '2026-02-31',
    '2027-02-29T12:00:00Z',
    '2026-06-31T00:00:00+02:00',
  ])('refuses %s', (text) => {
    expect(() => buildTime({ BUILD_TIME: text })).toThrow(/BUILD_TIME/);
  });
});

describe('draftsPreview', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['0', false],
    ['1', true],
  ])('DRAFTS=%s is %s', (value, expected) => {
    expect(draftsPreview({ DRAFTS: value })).toBe(expected);
  });

  it('is asked for by --drafts too', () => {
    expect(draftsPreview({}, ['node', 'astro', 'build', '--drafts'])).toBe(true);
    expect(draftsPreview({}, ['node', 'astro', 'build'])).toBe(false);
  });

  it.each(['yes', 'true', '2', 'false'])('refuses to guess what DRAFTS=%s means', (value) => {
    expect(() => draftsPreview({ DRAFTS: value })).toThrow(/DRAFTS/);
  });
});
