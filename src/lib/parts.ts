import { hash } from 'node:crypto';

/** So many things are a part on average: few enough to be worked on in no time, and enough for parts to be few. */
const PART_SIZE = 128;

/**
 * Divides things, those of one name together, so that what is made of parts need be made only of those that have
 * changed. Where one ends depends on the name of its last thing alone: what is new, edited or gone touches no part
 * but its own.
 */
export function inParts<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing[][] {
  const parts: Thing[][] = [];
  let last: string | undefined;
  for (const thing of things) {
    const name = nameOf(thing);
    if (last === undefined || (name !== last && isLast(last))) parts.push([]);
    parts.at(-1)?.push(thing);
    last = name;
  }
  return parts;
}

const isLast = (name: string): boolean =>
  Number.parseInt(hash('sha1', name).slice(0, 8), 16) % PART_SIZE === 0;
