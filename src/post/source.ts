import { fileText } from '../files.ts';
import type { Problem } from '../problem.ts';
import { FrontMatterError, readFrontMatter, type FrontMatter } from './front-matter.ts';

/** Reads a source file: its front matter and its text, or what is wrong with it. */
export function readSource(bytes: Uint8Array): FrontMatter | Omit<Problem, 'file'> {
  const source = decode(bytes);
  if (source === undefined) return { message: 'expected text in UTF-8' };
  try {
    return readFrontMatter(source);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return { line: error.line, message: error.message, hint: error.hint };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return fileText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
