/** The index of `what` at or behind `from`, or -1. */
export type Find = (what: string, from: number) => number;

/**
 * `text.indexOf` for a scan that only goes forward: what was found once is not searched again, so that
 * all searches together take time linear in the length of `text`.
 */
export function forwardFind(text: string): Find {
  const found = new Map<string, number>();
  return (what, from) => {
    const last = found.get(what);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const index = text.indexOf(what, from);
    found.set(what, index);
    return index;
  };
}
