import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { escapeMarkup } from '../html/escape.ts';
import { formatProblem, formatProblems, type Problem } from '../lib/problem.ts';
import { contentLoaded, contentSaved, type Change } from '../lib/channel.ts';
import { CONFIG_FILE, MADE_FOLDERS, OWN_MARKDOWN } from '../site/paths.ts';
import { watchBy } from '../store/watch.ts';
import { createContentGate } from './wait-for-content.ts';

/**
 * Tells in the dev server what is wrong with posts and pages: in the terminal, and over every page in
 * the browser until it is mended. At `/drafts/` it names what is not public.
 */
export function dev(): AstroIntegration {
  let root = '';
  return {
    name: 'galley:dev',
    hooks: {
      'astro:config:setup'({ command, config, injectRoute, updateConfig }) {
        if (command !== 'dev') return;
        root = fileURLToPath(config.root);
        // There may be more of it than of all else, and nobody edits it.
        const made = MADE_FOLDERS.map((name) => path.join(root, name));
        const isMade = (file: string) =>
          made.some((folder) => file === folder || file.startsWith(folder + path.sep));
        updateConfig({ vite: { server: { watch: { ignored: isMade } } } });
        injectRoute({ pattern: '/drafts/', entrypoint: new URL('Drafts.astro', import.meta.url) });
      },
      'astro:server:setup'({ server, logger }) {
        watchBy(server.watcher);
        server.watcher.on('all', (_event, place) => {
          const file = path.relative(root, place);
          if (READ_ONCE.has(file)) {
            logger.warn(
              `${file} was saved: stop the dev server and start it again to see all of it`,
            );
          }
        });
        const gate = createContentGate(path.join(root, '.astro/data-store.json'), () => {
          // As Astro does when it has written its store: paths are found anew, and browsers load the page again.
          for (const { hot } of Object.values(server.environments)) {
            hot.send('astro:content-changed', {});
          }
          server.ws.send({ type: 'full-reload' });
        });
        /** Loaders that read what was saved, and what has become of the collections of those that have. */
        const reading = new Set<string>();
        let changes: Change[] = [];
        contentSaved.receive((loader) => {
          gate.close();
          reading.add(loader);
        });
        server.middlewares.use(async (_request, _response, next) => {
          await gate.passed();
          next();
        });
        /** What each loader has found, one text for one problem. */
        const found = new Map<string, Map<string, Problem>>();
        const all = () => new Map([...found.values()].flatMap((problems) => [...problems]));
        contentLoaded.receive(({ loader, problems, change, isLast }) => {
          changes.push(change);
          if (isLast) reading.delete(loader);
          if (reading.size === 0) {
            void gate.reopen({
              isChanged: changes.some(({ isChanged }) => isChanged),
              isTold: changes.some(({ isTold }) => isTold),
            });
            changes = [];
          }
          const before = all();
          found.set(loader, new Map(problems.map((problem) => [formatProblem(problem), problem])));
          const now = all();
          for (const text of now.keys()) if (!before.has(text)) logger.error(text);
          if (now.size > 0) server.ws.send(overlay([...now.values()], root));
          else if (before.size > 0) {
            logger.info('all problems are mended');
            server.ws.send({ type: 'full-reload' });
          }
        });
        server.ws.on('connection', (socket: WebSocket) => {
          const problems = [...all().values()];
          if (problems.length > 0) socket.send(JSON.stringify(overlay(problems, root)));
        });
      },
      'astro:server:start'({ logger }) {
        logger.info(
          'drafts and scheduled posts are shown too, and named at /drafts/; `npm run build` leaves them out',
        );
      },
    },
  };
}

/** What Node has loaded, which loads nothing twice. */
const READ_ONCE = new Set([CONFIG_FILE, OWN_MARKDOWN]);

/** The message by which Vite's client shows an error over the page. https://vite.dev/guide/api-plugin#client-server-communication */
function overlay(problems: readonly Problem[], root: string) {
  const [first] = problems;
  return {
    type: 'error' as const,
    // Astro would take the message for Markdown.
    __isEnhancedAstroErrorPayload: true,
    err: {
      name: 'Galley',
      title: 'This cannot be published as it is.',
      // Astro's overlay takes it for HTML.
      message: escapeMarkup(formatProblems(problems)),
      stack: '',
      ...(first && {
        loc: { file: path.join(root, first.file), line: first.line ?? 1, column: 1 },
      }),
    },
  };
}
