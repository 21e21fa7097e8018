import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { fileNames } from './src/integrations/file-names.ts';
import { galley } from './src/integrations/galley.ts';
import { sitemapOfCanonicalPages } from './src/integrations/sitemap.ts';
import { staging } from './src/integrations/staging.ts';
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
    mdx(),
    !draftsPreview() && sitemapOfCanonicalPages(),
    fileNames(),
    staging(),
  ],
  markdown: {
    processor: markdownProcessor,
    // The colours are in styles/code.css, for light and dark.
    shikiConfig: { theme: 'css-variables' },
  },
  // Pages wait for the disk more than for the processor.
  build: { concurrency: 8 },
  devToolbar: { enabled: false },
});
