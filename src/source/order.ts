/** Jekyll's order, newest first: by date, then by file. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.date.time - a.date.time || (a.path < b.path ? 1 : -1);
}

interface Dated {
  date: { time: number };
  path: string;
}
