/** Stands in `package.json` where only the owner knows the address (RFC 2606 keeps `.example` free). */
const PLACEHOLDER = /\bgalley\.example\b/;
const FIELDS = ['homepage', 'repository', 'bugs'];

/** Whether a text still has such an address. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

/** The fields of a `package.json` whose address is still to be filled in. */
export function placeholders(manifest: Readonly<Record<string, unknown>>): string[] {
  return FIELDS.filter((field) => isPlaceholder(JSON.stringify(manifest[field] ?? '')));
}
