import { stripVTControlCharacters } from 'node:util';
import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import astroLogger from 'astro/logger/node';
import { wantsDetails } from '../site/environment.ts';

/** Loaders and integrations that tell an owner what they want to know. */
const OURS = /^galley(?::(\w+))?$|^(posts|pages)$/;
/** What Astro says before an error of one of our hooks, which says itself where it comes from. */
const HOOK_FAILED = /^An unhandled error occurred while running/;
/** What Astro says of a blog without posts, or without pages. */
const EMPTY = /^The collection "(?:posts|pages)" does not exist or is empty/;
/** A line of Astro's list of pages, before it is known how long the page took. */
const PAGE = /[├└]─ /;

/**
 * What Astro prints (https://docs.astro.build/en/reference/logger-reference/), and in a build less:
 * what our own loaders and integrations say, after the seconds since the start, and all warnings
 * and errors. `--details` brings back the rest, a line for each page and file.
 */
export default function logger(): AstroLoggerDestination {
  const astro = astroLogger();
  const { argv, stdout } = process;
  if (!argv.includes('build') || wantsDetails()) return astro;
  return quietLogger(astro, (text) => stdout.write(text), {
    isTerminal: stdout.isTTY,
    seconds: () => process.uptime(),
  });
}

/**
 * @param astro where warnings and errors go
 * @param write where all else goes
 * @param isTerminal whether a line can be written over: it then counts the pages as they are made
 */
export function quietLogger(
  astro: AstroLoggerDestination,
  write: (text: string) => void,
  { isTerminal, seconds }: { isTerminal: boolean; seconds: () => number },
): AstroLoggerDestination {
  let pages = 0;
  let isInProgress = false;
  const endProgress = () => {
    if (isInProgress) write('\r\u001B[K');
    isInProgress = false;
  };
  return {
    write(event: AstroLoggerMessage) {
      const { level, label, newLine } = event;
      const message = stripVTControlCharacters(event.message);
      if (level === 'warn' || level === 'error') {
        endProgress();
        if (!HOOK_FAILED.test(message) && !EMPTY.test(message)) astro.write(event);
        return;
      }
      const ours = level === 'info' ? OURS.exec(label ?? '') : null;
      if (ours) {
        endProgress();
        const [, integration, loader] = ours;
        const stage = `${time(seconds())}  ${(integration ?? loader ?? 'build').padEnd(8)}`;
        write(`${stage}${message.replaceAll('\n', `\n${' '.repeat(stage.length)}`)}\n`);
      } else if (isTerminal && label === null && !newLine && PAGE.test(message)) {
        isInProgress = true;
        write(`\r${time(seconds())}  ${'pages'.padEnd(8)}${++pages}`);
      }
    },
  };
}

function time(seconds: number): string {
  return `${seconds.toFixed(1).padStart(6)} s`;
}
