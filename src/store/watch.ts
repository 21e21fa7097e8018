import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';

type Watcher = Pick<NonNullable<LoaderContext['watcher']>, 'add' | 'on'>;

/** A load waits until so long nothing more is saved, in milliseconds: `git` and importers write many files at a time. */
const QUIET = 100;

/**
 * In the dev server: what is saved below some folders is loaded again, once for all that is saved at
 * about the same time, and one load at a time.
 * @param folders absolute paths; they need not exist
 * @param onSave is told at once that what has been read is no longer true
 */
export function reloadOnChange(
  watcher: Watcher,
  folders: readonly string[],
  onSave: () => void,
  load: () => Promise<void>,
): void {
  const prefixes = folders.map((folder) => folder + path.sep);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  let isWaiting = false;

  const loadOnce = () => {
    if (isWaiting) return;
    isWaiting = true;
    running = running.then(() => {
      isWaiting = false;
      return load();
    });
  };
  const onChange = (file: string) => {
    if (!prefixes.some((prefix) => file.startsWith(prefix))) return;
    onSave();
    clearTimeout(quiet);
    quiet = setTimeout(loadOnce, QUIET);
  };
  watcher.add([...folders]);
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}
