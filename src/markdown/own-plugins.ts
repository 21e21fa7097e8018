import { fileURLToPath } from 'node:url';
import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import { importOwn } from '../lib/own-module.ts';
import { ContentError, nearest, type Problem } from '../lib/problem.ts';
import { OWN_MARKDOWN } from '../site/paths.ts';

/** The owner's plugins, for the tree of the Markdown and for that of the HTML. */
interface OwnPlugins {
  mdastPlugins: readonly MdastPluginEntry[];
  hastPlugins: readonly HastPluginEntry[];
}

const NONE: OwnPlugins = { mdastPlugins: [], hastPlugins: [] };

/**
 * Loads them: `src/custom/markdown.ts` exports lists of these names.
 * @throws ContentError where it cannot be loaded, or exports something else
 */
export async function readOwnPlugins(
  root = fileURLToPath(new URL('../..', import.meta.url)),
): Promise<OwnPlugins> {
  const module = await importOwn(root, OWN_MARKDOWN);
  if (!module) return NONE;
  if ('problem' in module) throw new ContentError([module.problem]);
  const problems = Object.entries(module.exports).flatMap(([field, value]): Problem[] => {
    const names = Object.keys(NONE);
    if (names.includes(field) && Array.isArray(value)) return [];
    const meant = names.includes(field) ? undefined : nearest(field, names);
    return [
      {
        file: OWN_MARKDOWN,
        field,
        message: `expected lists of plugins alone to be exported: ${names.join(', ')}`,
        hint: meant && `Did you mean \`${meant}\`?`,
      },
    ];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return { ...NONE, ...module.exports };
}
