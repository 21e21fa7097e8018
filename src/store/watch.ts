import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';

type Watcher = Pick<NonNullable<LoaderContext['watcher']>, 'add' | 'on'>;

/** Those who are to hear of what is saved below some folders. */
const listeners: { folders: readonly string[]; onChange(file: string): void }[] = [];
let watcher: Watcher | undefined;

/**
 * Whose word loaders have for what is saved. When the dev server begins again it has another watcher, of which Astro
 * tells no loader.
 */
export function watchBy(next: Watcher): void {
  watcher = next;
  for (const listener of listeners) attach(next, listener);
}

function attach(watcher: Watcher, { folders, onChange }: (typeof listeners)[number]): void {
  watcher.add([...folders]);
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}

/** A load waits until so long nothing more is saved, in milliseconds: `git` and importers write many files at a time. */
const QUIET = 100;

/**
 * In the dev server: what lies below some folders is loaded, and again when something is saved there, once for all
 * that is saved at about the same time, and one load at a time.
 * @param folders absolute paths; they need not exist
 * @param onSave is told at once that what has been read is no longer true
 * @param load is told whether nothing was saved since it began
 * @returns when it has been loaded for the first time
 */
export function loadOnChange(
  folders: readonly string[],
  onSave: () => void,
  load: (isLast: () => boolean) => Promise<void>,
): Promise<void> {
  const prefixes = folders.map((folder) => folder + path.sep);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  let isWaiting = false;
  let saves = 0;

  const loadOnce = () => {
    if (isWaiting) return;
    isWaiting = true;
    running = running.then(() => {
      isWaiting = false;
      const before = saves;
      return load(() => before === saves);
    });
  };
  const onChange = (file: string) => {
    if (!prefixes.some((prefix) => file.startsWith(prefix))) return;
    saves++;
    onSave();
    clearTimeout(quiet);
    quiet = setTimeout(loadOnce, QUIET);
  };
  const listener = { folders, onChange };
  listeners.push(listener);
  if (watcher) attach(watcher, listener);
  loadOnce();
  return running;
}
