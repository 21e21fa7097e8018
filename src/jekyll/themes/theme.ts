import type { Strings } from '../../i18n/en.ts';

/** Front matter, with its defaults. */
export type FrontMatter = Readonly<Record<string, unknown>>;

/** A picture that a theme shows above a post. */
export interface ThemeCover {
  /** Path or whole address. */
  path: string;
  alt?: string | undefined;
  /** Markdown that stands below it. */
  caption?: string | undefined;
}

/**
 * What a theme of Jekyll's gives to those who write: words of theirs that mean something in a post. How
 * pages look is not taken over.
 */
export interface Theme {
  /**
   * The includes that live in its gem, in Liquid: by name, with what Galley shows in their place. An
   * author's own of the same name wins.
   */
  readonly includes?: Readonly<Record<string, string>>;
  /** Classes of quotations that are callouts. */
  readonly callouts?: Readonly<Record<string, keyof Strings['callouts']>>;
  /** Its classes, and those of `src/styles/` that look as they do there. */
  readonly classes?: Readonly<Record<string, string>>;
  /** Attributes of pictures by their names in HTML; `null` for one that browsers have no use for. */
  readonly pictureAttributes?: Readonly<Record<string, string | null>>;
  /** Attributes of blocks of code, and what `markdown/code-meta.ts` reads of the same meaning; `null` as above. */
  readonly codeAttributes?: Readonly<Record<string, string | null>>;
  /** The cover that front matter names in the theme's own keys. */
  cover?(data: FrontMatter): ThemeCover | undefined;
  /** The frame of a film that the theme shows in place of a cover. */
  film?(data: FrontMatter): string | undefined;
  /** The folder in which front matter says that the pictures of its post are. */
  mediaFolder?(data: FrontMatter): string | undefined;
}
