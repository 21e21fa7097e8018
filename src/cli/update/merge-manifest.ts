type Manifest = Record<string, unknown>;

/** Keys that hold names an owner adds to. */
const GROUPS = ['dependencies', 'devDependencies', 'scripts'];
/** Keys that say whose it is. */
const ABOUT = ['name', 'description', 'homepage', 'repository', 'bugs', 'license', 'author'];

/**
 * The newer `package.json` with what the owner has changed in theirs: packages and scripts that they
 * added, and what it says about their site.
 */
export function mergeManifest(base: Manifest, own: Manifest, newer: Manifest): Manifest {
  const merged: Manifest = { ...newer };
  for (const key of ABOUT) {
    if (JSON.stringify(own[key]) !== JSON.stringify(base[key])) merged[key] = own[key];
  }
  for (const key of GROUPS) {
    const [before, mine, next] = [base, own, newer].map(
      (manifest) => (manifest[key] ?? {}) as Record<string, unknown>,
    );
    const added = Object.entries(mine ?? {}).filter(([name]) => !(name in { ...before, ...next }));
    if (added.length > 0) merged[key] = { ...next, ...Object.fromEntries(added) };
  }
  return merged;
}
