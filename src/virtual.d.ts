declare module 'virtual:galley' {
  /** Whether this is the dev server, where content changes while it runs. */
  export const dev: boolean;
  /** Whether drafts and scheduled posts are shown: in the dev server and the drafts preview alone. */
  export const drafts: boolean;
  /** Whether all pages are made next. */
  export const build: boolean;
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
