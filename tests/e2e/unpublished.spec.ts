import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { testSites } from '../support/sites.ts';

/** What only the manual's unpublished and scheduled posts contain. */
const SECRETS = [
  'What Nobody Tells You',
  'writing-reviews',
  'leadership',
  'something is badly wrong',
  'letter to the future',
  'letter-to-the-future',
  'waits for its day',
];

for (const { outDir, base } of Object.values(testSites)) {
  test(`no file of the site at ${base} tells of an unpublished post`, () => {
    const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(50);
    const leaks = files.flatMap((file) => {
      const text = (file + readFileSync(file, 'latin1')).toLowerCase();
      return SECRETS.filter((secret) => text.includes(secret.toLowerCase())).map(
        (secret) => `${secret} in ${file}`,
      );
    });
    expect(leaks).toEqual([]);
  });
}
