import type { AstroLoggerMessage } from 'astro';
import { expect, it } from 'vitest';
import { quietLogger } from '../../../src/build/logger.ts';

const LINES: AstroLoggerMessage[] = [
  { label: 'content', level: 'info', message: 'Syncing content', newLine: true },
  { label: 'posts', level: 'info', message: '3 loaded, 1 held back:\nx.md: draft', newLine: true },
  { label: 'vite', level: 'debug', message: 'transforming', newLine: true },
  { label: null, level: 'info', message: '  \u001B[34m├─\u001B[39m /a/index.html', newLine: false },
  { label: null, level: 'info', message: ' (+2ms)', newLine: true },
  { label: null, level: 'info', message: '  ├─ /b/index.html', newLine: false },
  { label: 'vite', level: 'warn', message: 'big chunk', newLine: true },
  { label: 'galley:audit', level: 'info', message: 'nothing leaves', newLine: true },
  {
    label: 'galley:audit',
    level: 'error',
    message: 'An unhandled error occurred while running the "astro:build:done" hook',
    newLine: true,
  },
  {
    label: 'content',
    level: 'warn',
    message: 'The collection "posts" does not exist or is empty. Please check your content config',
    newLine: true,
  },
];

const POSTS = `   1.3 s  posts   3 loaded, 1 held back:\n${' '.repeat(18)}x.md: draft\n`;

function logged(isTerminal: boolean) {
  const loud: string[] = [];
  let quiet = '';
  const { write } = quietLogger(
    { write: ({ message }) => loud.push(message) },
    (text) => (quiet += text),
    { isTerminal, seconds: () => 1.25 },
  );
  for (const line of LINES) write(line);
  return { loud, quiet };
}

it('a build says what an owner wants to know, and every warning', () => {
  const { loud, quiet } = logged(false);
  expect(quiet).toBe(`${POSTS}   1.3 s  audit   nothing leaves\n`);
  expect(loud).toEqual(['big chunk']);
});

it('in a terminal one line counts the pages, and is gone before anything else is said', () => {
  expect(logged(true).quiet).toBe(
    `${POSTS}\r   1.3 s  pages   1\r   1.3 s  pages   2\r\u001B[K   1.3 s  audit   nothing leaves\n`,
  );
});
