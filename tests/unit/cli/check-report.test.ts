import { describe, expect, it } from 'vitest';
import { formatReport, rowsOf } from '../../../src/cli/check-report.ts';

const problem = { file: 'b.md', line: 2, field: 'date', value: 'x', message: 'expected a date' };
const missing = { file: 'a.md', line: 9, message: 'expected a file', missing: true };
const harmless = { file: 'a.md', line: 3, field: 'toc', message: 'odd', hint: 'Did you mean 50%?' };

describe('rowsOf', () => {
  it('puts rows in the order of files and lines, and says which of them fail', () => {
    const severities = (strict: boolean) =>
      rowsOf([problem], [missing, harmless], strict).map(({ file, severity }) => [file, severity]);
    expect(severities(false)).toEqual([
      ['a.md', 'warning'],
      ['a.md', 'error'],
      ['b.md', 'error'],
    ]);
    expect(severities(true).map(([, severity]) => severity)).toEqual(['error', 'error', 'error']);
  });
});

describe('formatReport', () => {
  const rows = rowsOf([problem], [harmless], false);

  it('writes text with each place at the beginning of a line', () => {
    expect(formatReport('text', rows, 7)).toBe(
      `a.md:3  warning
  toc: odd
  Did you mean 50%?

b.md:2  error
  date = "x": expected a date

1 error, 1 warning in 2 files; 7 posts`,
    );
    expect(formatReport('text', [], 7)).toBe('7 posts, no problems');
  });

  it('writes JSON', () => {
    expect(JSON.parse(formatReport('json', rows, 7))).toEqual([
      { severity: 'warning', ...harmless },
      { severity: 'error', ...problem },
    ]);
  });

  it('writes notes for GitHub, with what would end them escaped', () => {
    const row = { ...problem, file: 'a,b:c.md', message: 'one\ntwo' };
    expect(formatReport('github', rowsOf([row], [harmless], false), 7)).toBe(
      `::error file=a%2Cb%3Ac.md,line=2::date = "x": one%0Atwo
::warning file=a.md,line=3::toc: odd%0ADid you mean 50%25?
1 error, 1 warning in 2 files; 7 posts`,
    );
  });
});
