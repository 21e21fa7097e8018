import type { Problem } from '../problem.ts';

/** A text and where it stands in its file. */
interface Text {
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
}

const PICTURE = /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)(?:$|[?#])/i;

/**
 * What is wrong with a text that shows, or links to, files which are not there.
 * @param file relative to the project's root
 * @param missing addresses, as `markdown/local-files.ts` reports them
 */
export function missingFiles(file: string, text: Text, missing: readonly string[]): Problem[] {
  const lines = missing.length === 0 ? [] : text.body.split('\n');
  return [...new Set(missing)].map((value) => {
    // Liquid may have written the address; then only the file is known.
    const index = lines.findIndex((line) => line.includes(value));
    return {
      file,
      ...(index >= 0 && { line: text.bodyLine + index }),
      field: PICTURE.test(value) ? 'picture' : 'file',
      value,
      message: 'expected a file beside the text or in public/',
      missing: true,
    };
  });
}
