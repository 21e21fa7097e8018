import { ContentError } from '../lib/problem.ts';

/** Front matter in a file whose bytes are read as Latin 1, behind a byte order mark of UTF-8. */
const FRONT_MATTER = /^(?:\xef\xbb\xbf)?---[ \t]*(\r?\n)([^]*?)(?=^(?:---|\.\.\.)[ \t]*\r?$)/m;

/**
 * Sets keys at the top level of front matter, and takes out those whose value is `undefined`. Every other
 * byte stays as it is: order, comments, quotes, line ends, and whatever the text is written in.
 * @param file is named in errors
 * @param values of one line, as YAML
 * @throws {ContentError} for a key whose value stands on several lines, which is not for a program to edit
 */
export function editFrontMatter(
  file: string,
  bytes: Buffer,
  values: Readonly<Record<string, string | undefined>>,
): Buffer {
  return editLines(bytes, (lines, lineEnd) => {
    for (const [key, value] of Object.entries(values)) {
      const index = lines.findIndex((line) => keyPattern(key).test(line));
      if (index >= 0 && isInside(lines[index + 1])) refuse(file, key, index);
      if (value === undefined) lines.splice(index, index < 0 ? 0 : 1);
      else if (index < 0) lines.push(`${key}: ${toLatin(value)}${lineEnd}`);
      else lines[index] = withValue(lines[index] ?? '', key, value);
    }
  });
}

/** A value that a list in one line may hold between its commas. */
const ITEM = /"[^"\n]*"|'[^'\n]*'|[^,\s][^,\n]*?(?=\s*(?:,|$))/g;

/**
 * Adds texts to a list at the top level of front matter, and takes others out of it, wherever they stand:
 * alone, between brackets, on lines of their own. Every other byte stays as it is.
 * @throws {ContentError} for brackets over several lines
 */
export function editList(
  file: string,
  bytes: Buffer,
  key: string,
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): Buffer {
  const isGone = (written: string) => remove.includes(unquoted(written));
  return editLines(bytes, (lines, lineEnd) => {
    const index = lines.findIndex((line) => keyPattern(key).test(line));
    if (index < 0) {
      const items = add.map((item) => `  - ${toLatin(toYaml(item))}${lineEnd}`);
      if (items.length > 0) lines.push(`${key}:${lineEnd}`, ...items);
      return;
    }
    const [, , value = ''] = keyPattern(key).exec(lines[index] ?? '') ?? [];
    let end = index + 1;
    while (isInside(lines[end])) end++;
    if (end > index + 1 && value === '') {
      const items = lines.slice(index + 1, end);
      const kept = items.filter((line) => !isGone(line.replace(/^\s*-\s+|\s+(?:#.*\s*)?$/g, '')));
      const [indent = '  '] = /^[ \t]*(?=-)/.exec(items[0] ?? '') ?? [];
      const added = add.map((item) => `${indent}- ${toLatin(toYaml(item))}${lineEnd}`);
      if (kept.length + added.length > 0) lines.splice(index + 1, items.length, ...kept, ...added);
      else lines.splice(index, end - index);
      return;
    }
    if (end > index + 1) refuse(file, key, index);
    const inner = /^\[(.*)\]$/.exec(value)?.[1] ?? (/^(?:~|null|""|'')$/.test(value) ? '' : value);
    const items = Array.from(inner.matchAll(ITEM), ([item]) => item).filter(
      (item) => !isGone(item),
    );
    const list = [...items, ...add.map((item) => toLatin(toYaml(item)))];
    if (list.length === 0) lines.splice(index, 1);
    else lines[index] = withLatin(lines[index] ?? '', key, `[${list.join(', ')}]`);
  });
}

/** Edits the lines between the marks of front matter, which is made where there is none. */
function editLines(bytes: Buffer, edit: (lines: string[], lineEnd: string) => void): Buffer {
  // Latin 1 has a character for every byte.
  const source = bytes.toString('latin1');
  const found = FRONT_MATTER.exec(source);
  const [head = '', lineEnd = source.includes('\r\n') ? '\r\n' : '\n', yaml = ''] = found ?? [];
  const lines = yaml.split(/(?<=\n)/);
  edit(lines, lineEnd);
  const rest = source.slice(head.length);
  const opening = found ? head.slice(0, head.length - yaml.length) : `---${lineEnd}`;
  const closing = found ? '' : `---${lineEnd}${lineEnd}`;
  return Buffer.from(opening + lines.join('') + closing + rest, 'latin1');
}

/** The line of a key: before its value, the value, and a comment behind it. */
function keyPattern(key: string): RegExp {
  return new RegExp(
    `^((?:${key}|"${key}"|'${key}')[ \\t]*:)[ \\t]*("[^"\\n]*"|'[^'\\n]*'|[^#\\n]*?)([ \\t]*(?:[ \\t]#.*)?\\r?\\n)`,
  );
}

const withLatin = (line: string, key: string, value: string) =>
  line.replace(
    keyPattern(key),
    (_, before: string, __, after: string) => `${before} ${value}${after}`,
  );

const withValue = (line: string, key: string, value: string) =>
  withLatin(line, key, toLatin(value));

/** Whether a line belongs to the key above it. */
const isInside = (line = '') => /^(?:[ \t]+|- )\S/.test(line);

const toLatin = (text: string) => Buffer.from(text).toString('latin1');

/** A text as YAML that may stand in any list. */
export function toYaml(text: string): string {
  return /^[/a-z][\w./~-]*$/i.test(text) && !/^(?:y|yes|n|no|on|off|true|false|null)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function unquoted(written: string): string {
  const text = Buffer.from(written, 'latin1').toString();
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

function refuse(file: string, key: string, index: number): never {
  throw new ContentError([
    {
      file,
      line: index + 2,
      field: key,
      message: 'stands on several lines: expected one',
      hint: 'Change it by hand.',
    },
  ]);
}
