import { expect, it } from 'vitest';
import { legalXml } from '../../../src/feeds/xml.ts';
import { escapeMarkup } from '../../../src/html/escape.ts';

it.each([
  ['a & b', 'a &amp; b'],
  ['<b>', '&lt;b&gt;'],
  ['"x"', '&quot;x&quot;'],
  ['&amp;', '&amp;amp;'],
  [']]>', ']]&gt;'],
  ['日本語 🎉', '日本語 🎉'],
])('escapes %j', (text, expected) => {
  expect(escapeMarkup(text)).toBe(expected);
});

it.each([
  ['a\u0000b\u0008c\u000bd\u001be', 'abcde'],
  ['tab\tnew\nline\r', 'tab\tnew\nline\r'],
  ['\uFFFE\uFFFF', ''],
  ['half a \uD83C pair', 'half a  pair'],
  ['🎉', '🎉'],
])('drops what XML cannot hold from %j', (text, expected) => {
  expect(legalXml(text)).toBe(expected);
});
