import { codeRanges } from '../../lib/code-ranges.ts';

/** Where a picture's address stands: in brackets behind its text, in an `<img>`, or on the line that a text names. */
const PICTURE = new RegExp(
  [
    String.raw`(?<open>!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*)(?<inline><[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)`,
    String.raw`(?<tag><img\b[^<>]*?\ssrc\s*=\s*)(?<source>"[^"]*"|'[^']*')`,
    String.raw`(?<name>^ {0,3}\[(?<id>[^\]\n]+)\]:[ \t]*)(?<target><[^<>\n]*>|\S+)`,
  ].join('|'),
  'gim',
);
/** What of the names below a text are those of pictures. */
const NAMED = /!\[([^[\]]*)\](?:\[([^\]]*)\])?(?!\()/g;

/** A text after Liquid with other addresses of its pictures; code is left alone. */
export function mapPictures(text: string, map: (address: string) => string): string {
  const code = codeRanges(text);
  const isCode = (at: number) => code.some(({ start, end }) => start <= at && at < end);
  const names = new Set(
    Array.from(text.matchAll(NAMED), ([, alt = '', id = '']) => sameName(id || alt)),
  );
  const within = (written: string) => {
    const [, open = '', address = '', close = ''] = /^(["'<]?)(.*?)(["'>]?)$/s.exec(written) ?? [];
    return open + map(address) + close;
  };
  return text.replace(PICTURE, (whole, ...found) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    const at = found.at(-3) as number;
    if (isCode(at)) return whole;
    const { open, inline, tag, source, name, id, target } = groups;
    if (open !== undefined && inline !== undefined) return open + within(inline);
    if (tag !== undefined && source !== undefined) return tag + within(source);
    if (name === undefined || target === undefined || !names.has(sameName(id ?? ''))) return whole;
    return name + within(target);
  });
}

const sameName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
