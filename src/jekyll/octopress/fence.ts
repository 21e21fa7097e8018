import { closesFence } from '../../lib/code-ranges.ts';
import { fencedCode, prefixBelow } from '../liquid/code.ts';
import { hasOptions, readCodeOptions } from './code-options.ts';

/** A line that opens a fence: what stands before it, its run, and its info. */
const OPENING = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})([^`]*)$/;
/** A language and a caption; not options of other tools, such as `{1,3}` and `title="x"`. */
const CAPTIONED =
  /^\s*(?![{[])(\S+)\s+(?![{[]|[\w-]+[=:]|linenos\b|(?:wrap|diff|showLineNumbers)(?=\s*$|\s+(?:\{|[\w-]+=|wrap\b|diff\b|showLineNumbers\b)))(\S.*)$/;

/**
 * Octopress's fences with a caption (```` ```ruby Title http://example.com link text ````) as figures
 * around fences that Markdown reads. Other fences, and what stands in them, stay as they are.
 */
export function captionFences(body: string): string {
  if (!/^[ \t>\d.)*+-]*```.*\S[ \t]+\S/m.test(body)) return body;
  const lines = body.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const [, lead = '', run, info = ''] = OPENING.exec(line.trimEnd()) ?? [];
    if (run === undefined) {
      written.push(line);
      at++;
      continue;
    }
    const end = closing(lines, at, run);
    const [, name = '', caption] = readInfo(info) ?? [];
    if (caption === undefined || run.startsWith('~') || end === lines.length) {
      written.push(...lines.slice(at, end + 1));
    } else {
      const prefix = prefixBelow(lead);
      const code = lines.slice(at + 1, end).map((row) => withoutPrefix(row, prefix));
      const lang = name.toLowerCase().replace(/-raw$/, '');
      const { lang: _lang, ...options } = readCodeOptions(caption);
      const block = { ...options, code: code.join('\n'), lang };
      written.push(lead + fencedCode(block, lead));
    }
    at = end + 1;
  }
  return written.join('\n');
}

/** The language, and the caption or the options behind it. */
function readInfo(info: string): RegExpExecArray | null {
  return CAPTIONED.exec(info) ?? (hasOptions(info) ? /^\s*(\S+)\s+(\S.*)$/.exec(info) : null);
}

/** The line that closes the fence which opens at a line; the number of lines when none does. */
function closing(lines: readonly string[], opening: number, run: string): number {
  const at = lines.findIndex((line, index) => index > opening && closesFence(line, run));
  return at < 0 ? lines.length : at;
}

function withoutPrefix(line: string, prefix: string): string {
  return line.startsWith(prefix) ? line.slice(prefix.length) : line.trimStart();
}
