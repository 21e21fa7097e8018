import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { interfaceFor } from '../i18n/strings.ts';
import site from '../site.config.ts';
import { lineInConfig } from '../site/define.ts';
import { draftsPreview } from '../site/environment.ts';
import { CONFIG_FILE, OWN_SCHEMA, WORK_FOLDER } from '../site/paths.ts';
import { collections } from './collections.ts';
import { contentInMemory } from './content-in-memory.ts';
import { mdxFrontMatter } from './mdx-front-matter.ts';
import { noteBundledFiles } from './outside-files.ts';
import { unresolvedImports } from './unresolved-imports.ts';

/**
 * Tells loader and pages whether this run shows drafts, and decides where a build goes: the public
 * site into `dist/`, the drafts preview into `dist-drafts/` with a cache of its own.
 */
export function galley(): AstroIntegration {
  return {
    name: 'galley',
    hooks: {
      'astro:config:setup'({ command, config, updateConfig, logger }) {
        const dev = command === 'dev';
        const root = fileURLToPath(config.root);
        const note = languageNote(site.lang);
        if (note && (dev || command === 'build')) logger.info(note);
        if (command === 'build') {
          // With `--root`, Astro would write what it runs where the command was given, and find no packages there.
          process.chdir(root);
          // The same site whatever the environment is called: Astro marks pictures in development.
          process.env['NODE_ENV'] = 'production';
          // One moment for the whole build: no post may appear between two of its steps.
          process.env['BUILD_TIME'] ||= new Date().toISOString();
        }
        const preview = draftsPreview();
        updateConfig({
          // Editors need no more than the dev server tells them; listing all entries takes its time.
          ...(command === 'build' && { experimental: { contentIntellisense: false } }),
          vite: {
            plugins: [
              virtualModule({ dev, drafts: dev || preview }),
              collections(root, { drafts: dev || preview }),
              contentInMemory(),
              mdxFrontMatter(root),
              unresolvedImports(root),
              ...(command === 'build' ? [noteBundledFiles(root)] : []),
            ],
          },
        });
        if (preview) {
          updateConfig({
            outDir: new URL('dist-drafts/', config.root),
            cacheDir: new URL(`${WORK_FOLDER}/cache-drafts/`, config.root),
          });
        }
      },
      'astro:config:done'({ config, injectTypes }) {
        injectTypes({ filename: 'own.d.ts', content: ownTypes(fileURLToPath(config.root)) });
      },
      'astro:build:done'({ pages, logger }) {
        logger.info(`${pages.length} pages made`);
      },
    },
  };
}

/** What is to be known where the interface has no words in the site's language. */
export function languageNote(lang: string): string | undefined {
  const { language } = new Intl.Locale(lang);
  if (interfaceFor(lang).lang === lang) return undefined;
  return `${CONFIG_FILE}:${lineInConfig(['lang'])}: posts are in ${lang}, the interface is in English, because there is no src/i18n/${language}.ts`;
}

/** The types of the owner's own front matter, by what there is in `src/custom/schema.ts`. */
function ownTypes(root: string): string {
  const isThere = existsSync(path.join(root, OWN_SCHEMA));
  const typeOf = (name: string) =>
    isThere
      ? `typeof import('${path.posix.join('../../..', OWN_SCHEMA)}') extends { ${name}: infer Schema } ? import('zod').output<Schema> : Record<string, never>`
      : 'Record<string, never>';
  return `declare module 'virtual:galley/own' {
  export type OwnPost = ${typeOf('posts')};
  export type OwnPage = ${typeOf('pages')};
}
`;
}

/** `virtual:galley`, declared in `src/virtual.d.ts`. */
function virtualModule(exports: Record<'dev' | 'drafts', boolean>) {
  const id = 'virtual:galley';
  const code = Object.entries(exports).map(([name, value]) => `export const ${name} = ${value};`);
  return {
    name: 'galley:virtual',
    resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
    load: (resolved: string) => (resolved === `\0${id}` ? code.join('\n') : undefined),
  };
}
