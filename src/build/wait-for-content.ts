import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Astro writes its store half a second after the last change to it, and not at all where nothing has changed. */
const MOST = 1500;
const STEP = 50;

/**
 * Pages that are asked for while something saved is being read wait until the content store has it. Astro would
 * make them of what it had before, and where reading takes long, keep that.
 * @param store absolute path of the file in which Astro keeps the content store
 */
export function createContentGate(store: string) {
  const written = () => statSync(store, { throwIfNoEntry: false })?.mtimeMs;
  let open = Promise.resolve();
  let release: (() => void) | undefined;
  let before: number | undefined;
  return {
    /** Something was saved. */
    close(): void {
      if (release) return;
      before = written();
      open = new Promise((resolve) => {
        release = resolve;
      });
    },
    /** All of it has been read. */
    async reopen(): Promise<void> {
      const done = release;
      if (!done) return;
      for (let waited = 0; waited < MOST && written() === before; waited += STEP) await wait(STEP);
      // Only then does Astro tell of it.
      await wait(STEP);
      release = undefined;
      done();
    },
    /** Resolves when pages may be made. */
    passed: (): Promise<void> => open,
  };
}
