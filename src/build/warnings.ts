import type { AstroIntegration } from 'astro';
import { formatKinds, formatProblem, type Problem } from '../lib/problem.ts';
import { wantsDetails } from '../site/environment.ts';
import { warningsFound } from '../lib/channel.ts';

/**
 * Tells what stops no build and should be mended all the same: in a build when everything else has
 * been said, by kind (`--details` names each place), in the dev server as it comes. A build that
 * fails only counts them, because its errors come first.
 */
export function warnings(): AstroIntegration {
  return {
    name: 'galley:warnings',
    hooks: {
      'astro:config:setup'({ command, logger }) {
        warningsFound.receive((problems) => {
          const unknown = problems.filter((problem) => !known.has(formatProblem(problem)));
          for (const problem of unknown) known.set(formatProblem(problem), problem);
          if (command === 'dev') for (const text of formatKinds(unknown)) logger.warn(text);
        });
        if (command !== 'build') return;
        process.once('exit', (code) => {
          const text = summary(allWarnings(), {
            failed: code !== 0,
            details: wantsDetails(),
          });
          if (text !== '') console.warn(text);
        });
      },
    },
  };
}

/** Two loads may find the same, and so does the dev server each time a file is saved. */
const known = new Map<string, Problem>();

/** What was found so far. */
export function allWarnings(): Problem[] {
  return [...known.values()];
}

/** What a build says last of its warnings; nothing where there are none. */
export function summary(
  warnings: readonly Problem[],
  { failed, details }: { failed: boolean; details: boolean },
): string {
  if (warnings.length === 0) return '';
  const count = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
  if (failed && !details) return `\nThere are ${count} besides; \`npm run check\` shows them.`;
  const kinds = formatKinds(warnings, details ? Infinity : undefined);
  const all = kinds.length < warnings.length && !details ? ' (`--details` names each place)' : '';
  return ['', `${count}${all}:`, ...kinds].join('\n\n').trimEnd();
}
