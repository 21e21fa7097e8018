import { existsSync } from 'node:fs';
import path from 'node:path';
import { nearest, type Problem } from '../lib/problem.ts';
import { lineInConfig } from '../site/define.ts';
import { CONFIG_FILE, PUBLIC_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';

/**
 * What in the configuration names something that the site does not have: an entry of the header without
 * its page, a logo without its file.
 * @param urls of all posts and pages that may be shown
 */
export function choiceProblems(
  root: string,
  { nav = [], logo }: Pick<Site, 'nav' | 'logo'>,
  urls: readonly string[],
): { problems: Problem[]; warnings: Problem[] } {
  // A blog that has no texts yet lacks none.
  const missing = (urls.length === 0 ? [] : nav).flatMap((entry) =>
    'path' in entry && !urls.includes(entry.path) ? entry.path : [],
  );
  const problems = missing.map((value): Problem => {
    const meant = nearest(value, urls);
    return {
      file: CONFIG_FILE,
      line: lineInConfig(['nav'], value),
      field: 'nav',
      value,
      message: 'expected the path of a published page or post',
      hint: meant
        ? `Did you mean \`${meant}\`?`
        : 'What is none has to say what it is called: { label, url }.',
    };
  });
  const hasLogo = !logo || existsSync(path.join(root, PUBLIC_FOLDER, logo.src));
  const warnings: Problem[] = hasLogo
    ? []
    : [
        {
          file: CONFIG_FILE,
          line: lineInConfig(['logo']),
          field: 'logo',
          value: logo.src,
          message: 'expected a picture in public/',
          missing: true,
        },
      ];
  return { problems, warnings };
}
