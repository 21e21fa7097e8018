/** One page of a list that is spread over several. */
export interface Page<Item> {
  items: readonly Item[];
  /** Counted from 1. */
  number: number;
  /** How many pages the list has. */
  count: number;
  /** Path of this page below the base path. */
  path: string;
  /** Path of the page before this one, which holds newer items. */
  newer?: string | undefined;
  /** Path of the page after this one, which holds older items. */
  older?: string | undefined;
}

/**
 * Spreads a list over pages: the first is at `path`, the others at `path` + `page/2/` and so on. An
 * empty list has one empty page.
 * @param path path of the list below the base path, with its last slash: `/tags/c/`
 */
export function paginate<Item>(items: readonly Item[], size: number, path: string): Page<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const pathOf = (number: number) => {
    if (number < 1 || number > count) return undefined;
    return path + pageSuffix(number);
  };
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return {
      items: items.slice(index * size, number * size),
      number,
      count,
      path: path + pageSuffix(number),
      newer: pathOf(number - 1),
      older: pathOf(number + 1),
    };
  });
}

function pageSuffix(number: number): string {
  return number === 1 ? '' : `page/${number}/`;
}
