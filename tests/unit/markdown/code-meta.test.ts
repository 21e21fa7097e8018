import { describe, expect, it } from 'vitest';
import { readCodeMeta, readLines } from '../../../src/markdown/code-meta.ts';

describe('readCodeMeta', () => {
  it.each([
    ['title="src/a b.ts"', { title: 'src/a b.ts' }],
    ["file='a.ts'", { title: 'a.ts' }],
    ['filename=a.ts', { title: 'a.ts' }],
    ['{1,3-4}', { marked: new Set([1, 3, 4]) }],
    ['{1} {2}', { marked: new Set([1, 2]) }],
    ['mark={2} ins={3} del={4-5}', { marked: new Set([2]), inserted: new Set([3]) }],
    ['{linenos=table,hl_lines=[1,"3-4"]}', { firstNumber: 1, marked: new Set([1, 3, 4]) }],
    ['showLineNumbers', { firstNumber: 1 }],
    ['showLineNumbers=false', { firstNumber: undefined }],
    ['startLineNumber=10', { firstNumber: 10 }],
    ['linenos', { firstNumber: 1 }],
    ['wrap diff', { wrap: true, diff: true }],
    ['wrap=false', { wrap: false }],
    ['frame="none"', { frame: 'none' }],
    ['a {} "b" = {x} title=', { title: undefined, marked: new Set() }],
    ['', { title: undefined, wrap: false, diff: false, firstNumber: undefined }],
  ])('%s', (meta, expected) => {
    expect(readCodeMeta(meta)).toMatchObject(expected);
  });
});

describe('readLines', () => {
  it.each([
    ['1,3-5', [1, 3, 4, 5]],
    ['2 4', [2, 4]],
    ['5-3', []],
    ['x,-1,,7', [7]],
  ])('%s', (range, expected) => {
    expect(readLines(range)).toEqual(expected);
  });

  it('does not fill the memory', () => {
    expect(readLines('1-999999999')).toHaveLength(10_000);
  });
});
