import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  joined,
  policyOf,
  policyOfSite,
  scriptsIn,
  withPolicy,
} from '../../../src/html/content-policy.ts';

const ORIGIN = 'https://blog.example';
const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const NONE = { hashes: [], handlers: [], scripts: [], styles: [], asked: [] };

describe('scriptsIn', () => {
  it.each([
    ['a script', '<script>a("<b>")</script>', { hashes: [sha('a("<b>")')] }],
    ['a module', '<script type=module>a\r\nb</script>', { hashes: [sha('a\nb')] }],
    ['rules', '<script type="speculationrules">{}</script>', { hashes: [sha('{}')] }],
    ['two that are alike', '<script>a</script><SCRIPT >a</SCRIPT>', { hashes: [sha('a')] }],
    ['data', '<script type="application/ld+json">{}</script>', {}],
    [
      'a script of the site',
      '<script src="/a.js"></script><script src="https://blog.example/b.js"></script>',
      {},
    ],
    [
      'one of others',
      '<script async src="https://x.example/a.js"></script>',
      { scripts: ['https://x.example'] },
    ],
    [
      'one that waits',
      '<script type="text/plain" data-src="//x.example/a.js"></script>',
      { scripts: ['https://x.example'] },
    ],
    ['a handler', '<a onclick="a &amp; b">x</a> say on= x', { handlers: [sha('a & b')] }],
    [
      'styles of others',
      '<link rel="stylesheet" href="https://x.example/a.css">',
      { styles: ['https://x.example'] },
    ],
    [
      'what is going to be asked',
      '<link rel="preconnect" href="https://x.example/">',
      { asked: ['https://x.example'] },
    ],
    [
      'code that is shown',
      '<pre>&lt;script&gt;a&lt;/script&gt;</pre><textarea><script>a</script></textarea>',
      {},
    ],
  ])('finds %s', (_, html, found) => {
    expect(scriptsIn(html, ORIGIN)).toEqual({ ...NONE, ...found });
  });
});

describe('a policy', () => {
  it('lets nothing run that is not named', () => {
    const policy = policyOf(NONE);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy.replace(/style-src[^;]*/, '')).not.toMatch(/unsafe-inline|unsafe-hashes|https:/);
  });

  it('names what is in the page, and never lets all of that run', () => {
    const policy = policyOf({
      hashes: [sha('a')],
      handlers: [sha('b')],
      scripts: ['https://x.example'],
      styles: [],
      asked: [],
    });
    expect(policy).toContain(
      `script-src 'self' 'wasm-unsafe-eval' ${sha('a')} 'unsafe-hashes' ${sha('b')} https://x.example;`,
    );
  });

  it('stands in front of everything in the page', () => {
    expect(withPolicy('<!doctype html><html><head><meta charset="utf-8"><script>', 'p')).toBe(
      '<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="p"><script>',
    );
  });

  it('of a site is that of all its pages, with who may frame them, as long as hosts take it', () => {
    const page = (text: string) => ({ ...NONE, hashes: [sha(text)] });
    expect(policyOfSite([page('a'), page('b'), page('a')])).toBe(
      `${policyOf(joined([page('a'), page('b')]))}; frame-ancestors 'self'`,
    );
    const many = Array.from({ length: 40 }, (_, i) => page(String(i)));
    expect(policyOfSite(many)).toBe("base-uri 'self'; frame-ancestors 'self'");
  });
});
