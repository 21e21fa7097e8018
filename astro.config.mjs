import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { audit } from './src/build/output-audit.ts';
import { appIcons } from './src/build/app-icons.ts';
import { compression } from './src/build/compression.ts';
import { dev } from './src/build/dev.ts';
import { galley } from './src/build/galley.ts';
import { hosting } from './src/build/hosting.ts';
import { look } from './src/build/look.ts';
import { reuse } from './src/build/reuse.ts';
import { search } from './src/build/search-index.ts';
import { sitemapOfCanonicalPages } from './src/build/sitemap.ts';
import { socialImages } from './src/build/social.ts';
import { staging } from './src/build/staging.ts';
import { typeface } from './src/build/typeface/typeface.ts';
import { unchanged } from './src/build/unchanged.ts';
import { warnings } from './src/build/warnings.ts';
import { writePages } from './src/build/write-pages.ts';
import { markdownProcessor } from './src/markdown/processor.ts';
import { draftsPreview } from './src/site/environment.ts';
import site from './src/site.config.ts';

export default defineConfig({
  site: site.url,
  base: site.base || '/',
  trailingSlash: 'ignore',
  cacheDir: './.galley/cache/',
  integrations: [
    galley(),
    warnings(),
    unchanged(),
    writePages(),
    dev(),
    typeface(),
    look(),
    mdx(),
    !draftsPreview() && sitemapOfCanonicalPages(),
    !draftsPreview() && site.show.search && search(),
    !draftsPreview() && socialImages(),
    appIcons(),
    hosting(),
    !draftsPreview() && reuse(),
    !draftsPreview() && audit(),
    compression(),
    staging(),
  ],
  markdown: {
    processor: markdownProcessor,
    // By the processor’s own plugin: see `src/markdown/highlight.ts`.
    syntaxHighlight: false,
  },
  // The usual effort (4) makes AVIF a tenth smaller and takes 25 times as long.
  image: {
    service: {
      entrypoint: 'astro/assets/services/sharp',
      config: { avif: { effort: 0 } },
    },
  },
  // Astro marks the module of each MDX post so; the bundler would warn of every one.
  vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
  devToolbar: { enabled: false },
  // Editors complete front matter by what this writes into `.astro/`.
  experimental: { contentIntellisense: true },
  logger: { entrypoint: './src/build/logger.ts' },
});
