import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { messageOf, startThread } from '../../lib/thread.ts';
import site from '../../site.config.ts';
import type { Typeface } from './cut.ts';
import type { TypefaceWork } from './cut-worker.ts';

const WORKER = new URL('./cut-worker.ts', import.meta.url);

/** Gives pages the typeface of the site, unless its owner wants what readers have: `theme.type`. */
export function typeface(): AstroIntegration {
  let isBuild = false;
  let cut: () => Promise<Typeface | undefined> = async () => undefined;
  return {
    name: 'galley:typeface',
    hooks: {
      'astro:config:setup'({ command, updateConfig }) {
        isBuild = command === 'build';
        updateConfig({ vite: { plugins: [virtualTypeface(() => cut())] } });
      },
      'astro:config:done'({ config }) {
        if (site.theme.type === 'system') return;
        const cacheDir = fileURLToPath(new URL('typeface/', config.cacheDir));
        const work = { lang: site.lang, cacheDir };
        let cutting: Promise<Typeface> | undefined;
        cut = () => (cutting ??= messageOf(startThread<TypefaceWork>(WORKER, work)));
        // Nobody may have to wait for it: it takes a second.
        if (isBuild) void cut();
      },
    },
  };
}

const CSS = 'virtual:galley/typeface.css';
const MODULE = 'virtual:galley/typeface';

/** Both are declared in `src/virtual.d.ts`. The style sheet is a real file, so that Vite finds the fonts beside it. */
function virtualTypeface(cut: () => Promise<Typeface | undefined>): Plugin {
  return {
    name: 'galley:typeface',
    enforce: 'pre',
    async resolveId(source) {
      if (source === MODULE) return `\0${MODULE}`;
      if (source === CSS) return (await cut())?.css ?? `\0${CSS}`;
      return undefined;
    },
    async load(id) {
      if (id === `\0${CSS}`) return '';
      if (id !== `\0${MODULE}`) return undefined;
      const files = await cut();
      const first = files?.first ?? [];
      return [
        ...first.map((file, index) => `import font${index} from ${JSON.stringify(`${file}?url`)};`),
        `export const first = [${first.map((_, index) => `font${index}`)}];`,
      ].join('\n');
    },
  };
}
