import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { zonedParts } from '../jekyll/rules/date.ts';
import { contentUntil, warningsFound } from '../lib/channel.ts';
import { filesBelow } from '../lib/files.ts';
import { keep, recall } from '../lib/memory.ts';
import type { Problem } from '../lib/problem.ts';
import { stampOf, statsOf } from '../lib/stamp.ts';
import { lastSite } from '../outputs/outputs.ts';
import site from '../site.config.ts';
import { buildTime, draftsPreview, isForced } from '../site/environment.ts';
import { WORK_FOLDER } from '../site/paths.ts';
import { projectStamp } from '../source/project-stamp.ts';
import { surroundings } from './reuse.ts';
import { allWarnings } from './warnings.ts';

/** What a build that came to its end has left. */
interface Ended {
  /** Stamp of the site in place. */
  site: string;
  warnings: Problem[];
}

const FILE = `${WORK_FOLDER}/unchanged.json`;

/**
 * Ends a build at its start where the site in place is what it would make, proved as it is: nobody has
 * touched a file of the project or of the site since it was built, and no date has passed that something
 * depends on. Comes after what tells warnings, which are told again, and before all that works.
 */
export function unchanged(): AstroIntegration {
  return {
    name: 'galley:current',
    hooks: {
      'astro:config:setup'({ command, config, logger }) {
        if (command !== 'build' || draftsPreview()) return;
        const root = fileURLToPath(config.root);
        const outDir = fileURLToPath(config.outDir);
        const from = buildTime();
        const { year } = zonedParts(from, site.timeZone);
        // Before anything is read, so that what is saved meanwhile is seen the next time.
        const project = projectStamp(root);
        const key = JSON.stringify([
          project,
          outDir,
          surroundings(root),
          process.versions,
          site,
          year,
        ]);

        const last = isForced() ? undefined : recall<Ended>(root, FILE, key, from);
        if (last && last.site === stampOf(statsOf(outDir, filesBelow(outDir)))) {
          const name = path.relative(root, outDir);
          logger.info(
            `${name}/ is what this build would make: nothing has been touched since the last one`,
          );
          warningsFound.send(last.warnings);
          process.exit();
        }
        let until = from;
        contentUntil.receive((moment) => {
          until = moment;
        });
        process.once('exit', (code) => {
          const { files } = lastSite();
          if (code !== 0 || !files) return;
          keep(root, FILE, key, { from, until }, { site: stampOf(files), warnings: allWarnings() });
        });
      },
    },
  };
}
