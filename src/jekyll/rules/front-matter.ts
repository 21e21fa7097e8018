import { holdsKeys, lostFrontMatter, secondFrontMatter } from './lost-front-matter.ts';
import type { UnknownTag } from './yaml-tags.ts';
import { isMapping, parseYaml, YamlError } from './yaml.ts';

/** What a source file says before its text, and the text. */
export interface FrontMatter {
  /**
   * Keys and values as Jekyll reads them; empty where there are none. Dates, times and numbers with
   * a fraction are `YamlScalar`s.
   */
  data: Record<string, unknown>;
  /** The text below the front matter, without the blank lines that follow it. */
  body: string;
  /** Line of the file on which the body begins, counted from 1. */
  bodyLine: number;
  /** The front matter as it is written, from the first line of the file; empty where there is none. */
  yaml: string;
  /** The values of each key that stands more than once. */
  repeats: ReadonlyMap<string, readonly unknown[]>;
  /** Tags of YAML that nobody knows here. */
  unknownTags: readonly UnknownTag[];
  /** Line on which a key at the top level stands; the last where it stands twice. */
  lineOf(key: string): number | undefined;
}

/** Front matter that cannot be read. */
export class FrontMatterError extends Error {
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** What was probably meant. */
  readonly hint?: string;

  constructor(message: string, line: number, hint?: string) {
    super(message);
    this.name = 'FrontMatterError';
    this.line = line;
    if (hint !== undefined) this.hint = hint;
  }
}

/** Jekyll's YAML_FRONT_MATTER_REGEXP: closed by `---` or `...`, the blank lines after it included. */
const FRONT_MATTER = /^(---[ \t\r\f\v\n]*\n[^]*?\n?)(?<=\n)(?:---|\.\.\.)[ \t\r\f\v\n]*(?:\n|$)/;

/**
 * Takes the front matter off a source file.
 *
 * Jekyll publishes a file whose front matter it cannot find or read, keys and all. Here that is an
 * error, because one of the keys could be `published: false`.
 * @throws {FrontMatterError} for YAML that cannot be read, front matter that is meant and cannot be found
 * (see `lost-front-matter.ts`), or is not a mapping
 */
export function readFrontMatter(source: string): FrontMatter {
  const [whole = '', yaml = ''] = FRONT_MATTER.exec(source) ?? [];
  try {
    return split(source, whole, yaml);
  } catch (error) {
    // A rule, some words, and another rule.
    if (!/^---\s*\n\s*\n/.test(yaml) || holdsKeys(yaml)) throw error;
    return split(source, '', '');
  }
}

function split(source: string, whole: string, yaml: string): FrontMatter {
  const body = source.slice(whole.length);
  const bodyLine = whole.split('\n').length;
  const isEmpty = yaml.split('\n').every((line) => /^(?:---)?\s*(?:#.*)?$/.test(line));
  const lost = isEmpty ? lostFrontMatter(body) : secondFrontMatter(body);
  if (lost) throw new FrontMatterError(lost.message, bodyLine + lost.line - 1, lost.hint);

  const repeats = new Map<string, unknown[]>();
  const unknownTags: UnknownTag[] = [];
  const data = whole === '' ? {} : readMapping(yaml, repeats, unknownTags);
  return { data, body, bodyLine, yaml, repeats, unknownTags, lineOf: (key) => lineOf(yaml, key) };
}

function readMapping(
  yaml: string,
  repeats: Map<string, unknown[]>,
  unknownTags: UnknownTag[],
): Record<string, unknown> {
  const onTag = (tag: string, path: readonly string[]) =>
    unknownTags.push({ tag, field: path.join('.') });
  const lines = yaml.split('\n');
  try {
    const data = parseYaml(yaml, 'error', onTag, repeats) ?? {};
    if (isMapping(data)) return data;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const mistake = mistakeIn(lines.slice(0, error.line));
    if (mistake) throw mistake;
    const line = /end of the stream/.test(error.message) ? openQuote(lines) : error.line;
    const hint = explain(lines[line - 1] ?? '', error.message);
    throw new FrontMatterError(`the front matter is not YAML: ${error.message}`, line, hint);
  }
  throw (
    mistakeIn(lines) ??
    new FrontMatterError('expected keys and values in the front matter', 2, 'Write `key: value`.')
  );
}

/** Lines at the left edge that make no key and value: what is wrong with them, what to write. */
const MISTAKES: { line: RegExp; tell: (...parts: string[]) => [message: string, hint: string] }[] =
  [
    {
      line: /^["']?([\w-]+)["']?:(?![/:\s])(.+)$/,
      tell: (text, key, value) => [
        `\`${text}\` needs a blank after the colon`,
        `Write \`${key}: ${value}\`.`,
      ],
    },
    {
      line: /^["']?([\w-]+)["']?(?:\s*=|\s*[\uff1a\ufe55\ua789\u2236])\s*(.+)$/,
      tell: (text, key, value) => [
        `\`${text}\` is no key and value`,
        `Write \`${key}: ${value}\`.`,
      ],
    },
    {
      line: /^\t+\s*([\w-]+:.*)$/,
      tell: (_, text) => [`a tab stands before \`${text}\``, 'Indent with spaces, or not at all.'],
    },
    {
      line: /^- +([\w-]+: .+)$/,
      tell: (text, pair) => [
        `\`${text}\` is an entry of a list, not a key`,
        `Write \`${pair}\`, without the hyphen.`,
      ],
    },
    {
      line: /^(?:-{2}|-{4,}|[\u2010-\u2015\u2212]+)$/,
      tell: (text) => [
        `\`${text}\` does not close the front matter`,
        'Write `---` instead, three hyphens and nothing else.',
      ],
    },
  ];

/** The last line with such a mistake: where YAML is given up, it stands just above or there. */
function mistakeIn(lines: readonly string[]): FrontMatterError | undefined {
  for (const [i, raw] of [...lines.entries()].slice(1).toReversed()) {
    const text = raw.trimEnd();
    for (const { line, tell } of MISTAKES) {
      const parts = line.exec(text);
      if (!parts || (text.startsWith('- ') && isInList(lines.slice(0, i)))) continue;
      const [message, hint] = tell(...parts);
      return new FrontMatterError(message, i + 1, hint);
    }
  }
  return undefined;
}

/** Whether the last key above has nothing beside it, so that a list may stand below. */
function isInList(above: readonly string[]): boolean {
  const last = above.findLast((line) => /^[^\s#]/.test(line) && !line.startsWith('- '));
  return last !== undefined && /^[^-].*:\s*(?:[&!]\S+\s*)*(?:#.*)?$/.test(last);
}

/** The line on which a value begins with a quotation mark and does not end with one; else the last. */
function openQuote(lines: readonly string[]): number {
  return (
    lines.findIndex((line) => /^\s*(?:- +|[\w-]+: +)(["'])(?!.*\1\s*$)/.test(line)) + 1 ||
    lines.length
  );
}

/** The usual reasons for which a line is not YAML. */
function explain(line: string, message: string): string | undefined {
  if (/^ *\t/.test(line)) return 'Indent with spaces, not with tabs.';
  if (/flow (?:collection|sequence|mapping)/.test(message)) return 'Is a closing bracket missing?';
  if (/symbol/.test(message)) return 'Put the value in quotes.';
  if (/:\s+[@`%*&!{[|>]/.test(line)) return 'Put a value that begins with punctuation in quotes.';
  if (/^\s*[\w-]+:\s+[^"'[{].*:\s/.test(line)) return 'Put a value that contains `: ` in quotes.';
  if (/["']/.test(line)) return 'Is a quotation mark missing?';
  return undefined;
}

function lineOf(yaml: string, key: string): number | undefined {
  const isKey = (line: string) => /^["']?([^]*?)["']?[ \t]*:(?:\s|$)/.exec(line)?.[1] === key;
  const index = yaml.split('\n').findLastIndex(isKey);
  return index < 0 ? undefined : index + 1;
}
