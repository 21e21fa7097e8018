import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAudit } from '../audit/audit.ts';
import { TEXT } from '../audit/sources.ts';
import { problemsOf } from '../audit/told.ts';
import { filesBelow } from '../lib/files.ts';
import type { Content } from '../check/content.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import type { Problem } from '../lib/problem.ts';
import { PUBLIC_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { pageOf } from './rendered-text.ts';

/**
 * What the audit is going to say, as far as it is known without a build: it is given the published texts
 * after Liquid, and the text files of `public/`, each where its page or file is going to be.
 */
export async function foreseenLeaks(
  root: string,
  site: Site,
  now: number,
  { posts, pages, textOf }: Pick<Content, 'posts' | 'pages' | 'textOf'>,
): Promise<Problem[]> {
  const audit = await createAudit(root, site, now);
  const output = mkdtempSync(path.join(tmpdir(), 'galley-check-'));
  const placeOf = (file: string) => {
    const place = path.join(output, file);
    mkdirSync(path.dirname(place), { recursive: true });
    return place;
  };
  try {
    for (const source of [...posts, ...pages]) {
      writeFileSync(placeOf(outputPath(pageOf(source).url)), textOf(source));
    }
    const folder = path.join(root, PUBLIC_FOLDER);
    for (const file of filesBelow(folder)) {
      if (TEXT.test(file)) symlinkSync(path.join(folder, file), placeOf(file));
    }
    const { withheld, leftovers } = await audit.withheld(output);
    for (const file of [...withheld.map(([file]) => file), ...leftovers]) {
      rmSync(path.join(output, file), { force: true });
    }
    const { leaks, problems } = await audit.verdict(output);
    // Addresses are looked at where texts are rendered.
    const isAddress = ({ field = '' }: Problem) => ['address', 'link'].includes(field);
    const found = [...problems.filter((problem) => !isAddress(problem)), ...problemsOf(leaks)];
    return found.map((problem) => ({ hint: 'The build is going to stop.', ...problem }));
  } finally {
    rmSync(output, { recursive: true });
  }
}
