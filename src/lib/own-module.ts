import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { noteOutsideFile } from './outside-files.ts';
import type { Problem } from './problem.ts';

/** What a module of the owner's exports, by name, or what is wrong with it. */
export type OwnModule = { exports: Record<string, unknown> } | { problem: Problem };

/**
 * Loads a module of the owner's.
 * @param file relative to the project's root
 * @returns nothing where there is no such file
 */
export async function importOwn(root: string, file: string): Promise<OwnModule | undefined> {
  const place = path.join(root, file);
  if (!existsSync(place)) return undefined;
  // The dev server takes what has been saved since; Vite knows the query for a time.
  const address = `${pathToFileURL(place).href}?t=${Math.floor(statSync(place).mtimeMs)}`;
  const hooks = registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:')) noteOutsideFile(root, fileURLToPath(url));
      return next(url, context);
    },
  });
  try {
    return { exports: (await import(/* @vite-ignore */ address)) as Record<string, unknown> };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const [, line] =
      new RegExp(`${RegExp.escape(path.basename(file))}[^:\\s]*:(\\d+)`).exec(stack) ?? [];
    const [reason = message] = message.split('\n');
    const where = line === undefined ? {} : { line: Number(line) };
    return { problem: { file, ...where, message: `cannot be loaded: ${reason}` } };
  } finally {
    hooks.deregister();
  }
}
