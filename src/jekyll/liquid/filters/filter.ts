/** What the filters know of the site. */
export interface FilterSite {
  /** IANA name. */
  readonly timeZone: string;
  /** Scheme and host, without a path. */
  readonly url: string;
  /** Path that the site lives under: empty, or `/blog`. */
  readonly baseUrl: string;
  /** Now, in milliseconds since 1970. Asked only where a text shows it. */
  readonly now: () => number;
  renderMarkdown(text: string): string;
}

/** A filter's value and arguments. */
export type FilterCall = (value: unknown, ...args: unknown[]) => unknown;
