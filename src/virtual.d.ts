declare module 'virtual:galley' {
  /** Whether this is the dev server, where content changes while it runs. */
  export const dev: boolean;
  /** Whether drafts and scheduled posts are shown: in the dev server and the drafts preview alone. */
  export const drafts: boolean;
}

/** What `src/content.config.ts` defines; in the build's own process it is made by `src/build/collections.ts`. */
declare module 'virtual:galley/collections' {
  export const collections: Awaited<
    ReturnType<(typeof import('./store/collections.ts'))['createCollections']>
  >;
}

declare module 'virtual:galley/typeface' {
  /** The addresses of the fonts of every page, where the site brings its own. */
  export const first: string[];
}

/** What is used of it. https://github.com/papandreou/subset-font#api */
declare module 'subset-font' {
  export interface Options {
    targetFormat: 'woff2';
    keepFeatures: string[];
    variationAxes?: Record<string, number>;
    noHinting: boolean;
    dropTables: string[];
  }
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: Options,
  ): Promise<Uint8Array>;
}
