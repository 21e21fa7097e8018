import { expect, it } from 'vitest';
import { choiceProblems } from '../../../src/check/choices.ts';
import { siteSchema } from '../../../src/site/schema.ts';

/** What is said of a configuration in this project, whose only page is at `/about/`. */
function told(choices: object, urls = ['/about/']) {
  const config = { url: 'https://a.example', title: 'A', author: { name: 'A' }, ...choices };
  return choiceProblems('.', siteSchema.parse(config), urls);
}

it('an entry of the header that is no page stops the build, and a near one is named', () => {
  expect(told({ nav: ['archives', '/about/', { label: 'Feed', url: '/rss.xml' }] })).toEqual({
    problems: [],
    warnings: [],
  });
  expect(told({ nav: ['/abuot/'] }).problems).toMatchObject([
    { file: 'src/site.config.ts', field: 'nav', value: '/abuot/', hint: 'Did you mean `/about/`?' },
  ]);
  expect(told({ nav: ['/rss.xml'] }).problems).toMatchObject([
    { hint: expect.stringContaining('{ label, url }') },
  ]);
  expect(told({ nav: ['/about/'] }, []).problems).toEqual([]);
});

it('a logo that is not there is a warning', () => {
  expect(told({ logo: '/favicon.svg' }).warnings).toEqual([]);
  expect(told({ logo: { src: '/none.svg', title: false } }).warnings).toMatchObject([
    { field: 'logo', value: '/none.svg', missing: true },
  ]);
});
