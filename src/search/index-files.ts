/** With this begins what Pagefind packs. */
export const PAGEFIND_SIGN = 'pagefind_dcd';

/** What Pagefind writes for its own user interfaces, which are larger than a whole page of the site. */
export function isUnused(file: string): boolean {
  return /^pagefind-(?:component-ui|modular-ui|ui|highlight)\.(?:css|js)$/.test(file);
}

/** Whether a file of an index has its name by what it holds. */
export function isLasting(file: string): boolean {
  return /\.pf_(?:fragment|index|filter)$/.test(file);
}
