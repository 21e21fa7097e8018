import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { galley } from './src/integrations/galley.ts';
import { staging } from './src/integrations/staging.ts';
import { markdownProcessor } from './src/markdown/processor.ts';
import site from './src/site.config.ts';

export default defineConfig({
  site: site.url,
  base: site.base || '/',
  trailingSlash: 'ignore',
  cacheDir: './.galley/cache/',
  integrations: [galley(), mdx(), sitemap(), staging()],
  markdown: {
    processor: markdownProcessor,
    shikiConfig: {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
    },
  },
  devToolbar: { enabled: false },
});
