import { wantsDetails } from '../site/environment.ts';
import type { Folder } from '../source/folder.ts';

/** So many posts are named one by one. */
const NAMED = 10;

/** What a build says of posts that it holds back: which and why, or their number where there are many. */
export function heldBack(withheld: Folder['withheld'], details = wantsDetails()): string {
  if (withheld.length === 0) return '';
  const count = `, ${withheld.length} held back`;
  if (withheld.length <= NAMED || details) {
    const named = withheld.map(({ path, verdict }) => `\n  ${path}: ${verdict.reason}`);
    return `${count}:${named.join('')}`;
  }
  const kinds = Map.groupBy(withheld, ({ verdict }) => verdict.status);
  const counts = [...kinds].map(([status, { length }]) => `${length} ${status}`);
  return `${count}: ${counts.join(', ')} (\`--details\` names them)`;
}
