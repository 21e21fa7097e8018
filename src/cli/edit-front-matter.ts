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
  // Latin 1 has a character for every byte.
  const source = bytes.toString('latin1');
  const found = FRONT_MATTER.exec(source);
  const [head = '', lineEnd = source.includes('\r\n') ? '\r\n' : '\n', yaml = ''] = found ?? [];
  const lines = yaml.split(/(?<=\n)/);
  for (const [key, value] of Object.entries(values)) {
    const index = lines.findIndex((line) => keyPattern(key).test(line));
    if (/^(?:[ \t]+|- )\S/.test(lines[index + 1] ?? '') && index >= 0) {
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
    if (value === undefined) lines.splice(index, index < 0 ? 0 : 1);
    else if (index < 0) lines.push(`${key}: ${value}${lineEnd}`);
    else lines[index] = lines[index]?.replace(keyPattern(key), `$1 ${value}$2`) ?? '';
  }
  const edited = lines.join('');
  const rest = source.slice(head.length);
  const opening = found ? head.slice(0, head.length - yaml.length) : `---${lineEnd}`;
  const closing = found ? '' : `---${lineEnd}${lineEnd}`;
  return Buffer.from(`${opening}${edited}${closing}${rest}`, 'latin1');
}

/** The line of a key: before its value, and a comment behind it. */
function keyPattern(key: string): RegExp {
  return new RegExp(
    `^((?:${key}|"${key}"|'${key}')[ \\t]*:)[ \\t]*(?:"[^"\\n]*"|'[^'\\n]*'|[^#\\n]*?)([ \\t]*(?:[ \\t]#.*)?\\r?\\n)`,
  );
}
