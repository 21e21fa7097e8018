import { describe, expect, it } from 'vitest';
import { duplicateGuids, duplicateTitles, spelledTwoWays } from '../../../src/check/alike.ts';
import { defineSite } from '../../../src/site/define.ts';
import { readPost } from '../../../src/source/read-post.ts';

const site = defineSite({ url: 'https://a.example', title: 'A', author: { name: 'A' } });

function posts(...frontMatters: string[]) {
  return frontMatters.map((yaml, i) => {
    const bytes = Buffer.from(`---\n${yaml}\n---\n`);
    const reading = readPost(`2026-01-0${i + 1}-p${i}.md`, bytes, { site, now: 0, drafts: true });
    if (reading.kind !== 'post') throw new Error(reading.kind);
    return reading.post;
  });
}

describe('duplicateTitles', () => {
  it.each([
    ['title: Tea', 'title: "tea!"'],
    ['title: Thé', 'title: The'],
  ])('finds %s and %s', (...all) => {
    expect(duplicateTitles(posts(...all))).toMatchObject([
      {
        file: expect.stringContaining('p1.md'),
        line: 2,
        message: expect.stringContaining('p0.md'),
      },
    ]);
  });

  it.each([
    ['title: Tea 1', 'title: Tea 2'],
    ['title: C++', 'title: C#'],
    ['title: Tea', 'title: Tea\nlang: de'],
    ['title: Tea', 'title: Tea\nredirect_to: /a/'],
    ['title: 茶', 'title: 雨'],
  ])('leaves %s and %s alone', (...all) => {
    expect(duplicateTitles(posts(...all))).toEqual([]);
  });
});

describe('spelledTwoWays', () => {
  it('tells every rarer spelling of the usual one', () => {
    const yaml = [
      'tags: [Web Site]',
      'tags: [Web Site, a]',
      'x: 1\ntag: website',
      'tags: [Web-site]',
    ];
    const message = 'is spelled `Web Site` elsewhere';
    expect(spelledTwoWays(posts(...yaml))).toMatchObject([
      { line: 3, field: 'tag', value: 'website', message },
      { line: 2, field: 'tags', value: 'Web-site', message },
    ]);
  });

  it.each([
    ['tags: [C++]', 'tags: [C, "C#"]'],
    ['tags: [a]', 'categories: [A]'],
    ['tags: [go]', 'tags: [goes]'],
  ])('leaves %s and %s alone', (...all) => {
    expect(spelledTwoWays(posts(...all))).toEqual([]);
  });
});

it('duplicateGuids finds posts that were copied with it', () => {
  const all = posts('title: A', 'guid: urn:1', 'guid: urn:2', 'guid: urn:1', 'title: B');
  expect(duplicateGuids(all)).toMatchObject([
    { file: expect.stringContaining('p3.md'), line: 2, message: expect.stringContaining('p1.md') },
  ]);
});
