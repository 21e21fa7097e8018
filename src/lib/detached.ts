/**
 * A text in memory of its own. Engines make a stretch of a longer text so that it keeps the whole of it in
 * memory: whoever remembers one of each of thousands of files remembers all files.
 */
export function detached(text: string): string {
  const encoding = /[^\0-\xff]/.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}
