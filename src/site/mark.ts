import type { Palette } from './theme.ts';

/** Where the mark of a site lies, below `public/` and the base path. */
export const MARK = 'favicon.svg';

/** What stands for a site that has no mark: its initial, as SVG. */
export function initialMark(title: string, { accent, paper }: Palette): string {
  const [initial = ''] = title.match(/[\p{L}\p{N}]/u) ?? [];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="${accent}"/><text x="16" y="23.5" text-anchor="middle" font-family="serif" font-weight="bold" font-size="22" fill="${paper}">${initial.toUpperCase()}</text></svg>\n`;
}
