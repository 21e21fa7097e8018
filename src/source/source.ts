import { isUtf8 } from 'node:buffer';
import { fileText } from '../lib/files.ts';
import type { Problem } from '../lib/problem.ts';
import {
  FrontMatterError,
  readFrontMatter,
  type FrontMatter,
} from '../jekyll/rules/front-matter.ts';

/** Reads a source file: its front matter and its text, or what is wrong with it. */
export function readSource(bytes: Uint8Array): FrontMatter | Omit<Problem, 'file'> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const line = lineOfOtherBytes(text, bytes);
  if (line !== undefined) {
    return { line, message: 'expected text in UTF-8', hint: 'Save the file in UTF-8.' };
  }
  try {
    return readFrontMatter(fileText(text));
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return { line: error.line, message: error.message, hint: error.hint };
  }
}

/** Line of the first bytes that are not UTF-8, which decoding replaces. */
function lineOfOtherBytes(text: string, bytes: Uint8Array): number | undefined {
  const index = text.indexOf('\uFFFD');
  if (index < 0 || isUtf8(bytes)) return undefined;
  return text.slice(0, index).split('\n').length;
}
