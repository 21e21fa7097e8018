import { statSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Change } from '../lib/channel.ts';

/** Astro writes its store half a second after the last change to it. */
const MOST = 1500;
const STEP = 50;

/**
 * Pages that are asked for while something saved is being read wait until they can be made of it. Made of what there
 * was before, they would be kept.
 * @param store absolute path of the file of Astro's content store
 * @param announce tells that all pages are others now
 */
export function createContentGate(store: string, announce: () => void) {
  let open = Promise.resolve();
  let release: (() => void) | undefined;
  let imports = Promise.resolve();
  let saves = 0;
  return {
    /** Something was saved. */
    close(): void {
      saves++;
      if (release) return;
      open = new Promise((resolve) => {
        release = resolve;
      });
    },
    /** All that was saved has been read. */
    async reopen({ isChanged, isTold }: Change): Promise<void> {
      const now = saves;
      if (isTold) imports = isWritten(store);
      await imports;
      if (isChanged) announce();
      // Those who make pages hear of it in their next turn.
      await nextTurn();
      // Something else may have been saved meanwhile, and is read next.
      if (now !== saves) return;
      release?.();
      release = undefined;
    },
    /** Resolves when pages may be made. */
    passed: (): Promise<void> => open,
  };
}

/** Resolves when a file has become another, or does not. */
async function isWritten(file: string): Promise<void> {
  const time = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const before = time();
  for (let waited = 0; waited < MOST && time() === before; waited += STEP) await wait(STEP);
  // Only then does Astro tell of it.
  await wait(STEP);
}
