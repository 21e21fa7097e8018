/** Stands in `package.json` where only the owner knows the address (RFC 2606 keeps `.example` free). */
const PLACEHOLDER = /\bgalley\.example\b/;
const FIELDS = ['homepage', 'repository', 'bugs'];

/** The fields of a `package.json` whose address is still to be filled in. */
export function placeholders(manifest: Readonly<Record<string, unknown>>): string[] {
  return FIELDS.filter((field) => PLACEHOLDER.test(JSON.stringify(manifest[field] ?? '')));
}
