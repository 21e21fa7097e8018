import { registerHooks } from 'node:module';
import type { Content } from '../../check/content.ts';
import type { Site } from '../../site/schema.ts';

/** The project's configuration, which is another one as long as nothing has been written. */
const CONFIG = new URL('../../site.config.ts', import.meta.url).href;

/**
 * Reads posts and pages of a folder as the next build will, and all that is to be said of them.
 * @param folder absolute path of what would be the project
 * @param site its configuration, whatever that of the project is
 */
export async function checkStage(folder: string, site: Site): Promise<Content> {
  const hooks = registerHooks({
    load: (url, context, next) =>
      url === CONFIG
        ? {
            format: 'module',
            source: `export default ${JSON.stringify(site)};`,
            shortCircuit: true,
          }
        : next(url, context),
  });
  const here = process.cwd();
  // Places in the configuration are looked up in the file that is to be written.
  process.chdir(folder);
  try {
    const { readContent } = await import('../../check/content.ts');
    return await readContent(folder, { site, now: Date.now(), drafts: false });
  } finally {
    process.chdir(here);
    hooks.deregister();
  }
}
