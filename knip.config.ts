import type { KnipConfig } from 'knip';

/** What nobody uses: files, exports, packages (https://knip.dev/reference/configuration). */
export default {
  entry: [
    // Named by its path in astro.config.mjs.
    'src/build/logger.ts',
    // Run by an older Galley that takes this one over.
    'src/cli/update/take-over.ts',
    // The owner's: posts with components, and tags of their own.
    'src/content/**/*.mdx',
    'src/liquid/**/*.ts',
    'src/kit/index.ts',
    // Found by their names.
    'src/custom/**',
    // Named in tests/mutation.json.
    'tests/mutation.vitest.ts',
  ],
  ignoreDependencies: [
    // Fonts are read from their folders, those of the social images by script; Mermaid only by those who have it.
    '@fontsource-variable/.+',
    'source-serif',
    // Read by the name of its file.
    '@iconify-json/bi',
    'mermaid',
  ],
  // Of `npm run lighthouse`, which brings it, of Linux, and what tests do without where it is missing.
  ignoreBinaries: ['jekyll', 'jing', 'lighthouse', 'mount', 'umount'],
} satisfies KnipConfig;
