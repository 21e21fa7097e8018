import type { Blob, Tree } from './git.ts';

/** What becomes of the files of a project. */
export interface UpdatePlan {
  /** All files that there will be. */
  files: Map<string, Blob>;
  added: string[];
  changed: string[];
  removed: string[];
  /** Galley's, but as the owner has changed them. */
  kept: string[];
}

/**
 * Decides file by file: what is the owner's stays, what is Galley's becomes the newer one, and what is Galley's
 * and was changed by the owner stays and is named.
 * @param own the project as it is
 * @param base Galley as it was when the project took it over
 * @param newer the newer Galley
 * @param isOwners whether a path is on the owner's side of the line
 * @param isKnown whether Galley ever had a file like that
 */
export function planUpdate(
  own: Tree,
  base: Tree,
  newer: Tree,
  isOwners: (file: string) => boolean,
  isKnown: (file: string, blob: Blob) => boolean,
): UpdatePlan {
  const plan: UpdatePlan = { files: new Map(own), added: [], changed: [], removed: [], kept: [] };
  const known = (file: string, blob: Blob) =>
    base.get(file)?.hash === blob.hash || isKnown(file, blob);
  for (const [file, next] of newer) {
    if (isOwners(file)) continue;
    const mine = own.get(file);
    if (!mine && base.has(file)) plan.kept.push(file);
    else if (!mine) {
      plan.added.push(file);
      plan.files.set(file, next);
    } else if (mine.hash === next.hash && mine.mode === next.mode) continue;
    else if (known(file, mine)) {
      plan.changed.push(file);
      plan.files.set(file, next);
    } else plan.kept.push(file);
  }
  for (const [file, mine] of own) {
    if (isOwners(file) || newer.has(file)) continue;
    if (known(file, mine)) {
      plan.removed.push(file);
      plan.files.delete(file);
    } else if (base.has(file)) plan.kept.push(file);
  }
  return plan;
}
