import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { calendarOf } from '../../../src/audit/calendar.ts';
import { contentsOf } from '../../../src/audit/output.ts';

it.each([
  ['index.html', '<p>', { text: '<p>', syntax: 'markup' }],
  ['feed.json', '{}', { text: '{}', syntax: 'json' }],
  ['_redirects', '/a /b 301', { text: '/a /b 301', syntax: 'markup' }],
  ['a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), undefined],
  ['a.gz', gzipSync('text'), { text: 'text', syntax: 'markup' }],
  ['en.pf_fragment', gzipSync('pagefind_dcd{"a":1}'), { text: '{"a":1}', syntax: 'json' }],
  ['en.pf_index', gzipSync('pagefind_dcdaxbyz'), { text: '["x","yz"]', syntax: 'json' }],
  ['wasm.en.pagefind', gzipSync('pagefind_dcd\0asm'), undefined],
])('reads what %s says', (file, bytes, expected) => {
  expect(contentsOf(Buffer.from(bytes), file)).toEqual(expected ? [expected] : []);
});

it('knows the words of dates', () => {
  const words = calendarOf(['en', 'de']);
  for (const word of ['march', 'mar', 'sunday', 'sat', 'marz', 'sonntag'])
    expect(words).toContain(word);
});
