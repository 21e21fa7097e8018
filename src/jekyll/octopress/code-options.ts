import type { Caption, CodeBlock } from '../liquid/code.ts';

/** What stands behind a `codeblock`, an `include_code` or a fence: how the code is shown. */
export type CodeOptions = Omit<CodeBlock, 'code' | 'lang'> & { lang?: string | undefined };

/** Words that only look like one stay in the title: `Mark: a story`. */
const OPTION = new RegExp(
  String.raw`(?<=^|\s)(?:` +
    String.raw`(?<key>lang|title|url|link_text|class):(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>\S+))` +
    String.raw`|(?<name>start|end|mark|range):(?<number>\d[\d,-]*)|(?<flag>linenos|escape):(?<word>\w+))(?=\s|$)`,
  'gi',
);

/** `title:"a.rb"`, `mark:1-3,5`: options of which a fence has nothing else. */
export const hasOptions = (text: string): boolean => text.search(OPTION) >= 0;

/**
 * `[lang:ruby] [title] [url] [link text]`, as Octopress 2 has it, with the options of its later plugins in any
 * order: `title:"…"`, `url:"…"`, `link_text:"…"`, `start:51`, `mark:52,54-55`, `linenos:false`. What else they
 * know (`class`, `range`, `escape`) is passed over.
 * https://github.com/octopress/codeblock#options
 */
export function readCodeOptions(markup: string): CodeOptions {
  const named = new Map<string, string>();
  const rest = markup.replace(OPTION, (...found) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    const { key, double, single, bare, name, number, flag, word } = groups;
    const value = double ?? single ?? bare ?? number ?? word ?? '';
    named.set((key ?? name ?? flag ?? '').toLowerCase(), value);
    return '';
  });
  const given = readCaption(rest);
  const title = named.get('title') ?? given?.title;
  const url = named.get('url') ?? given?.url;
  const linenos = named.get('linenos');
  const start = Number(named.get('start') ?? 1);
  const isNumbered = linenos === undefined ? named.has('start') : linenos !== 'false';
  return {
    lang: named.get('lang'),
    ...((title ?? url) !== undefined && {
      caption: { title: title ?? '', url, link: named.get('link_text') ?? given?.link },
    }),
    ...(isNumbered && { lineNumbers: true, firstLine: start }),
    markLines: named.get('mark')?.replace(/\d+/g, (line) => String(Number(line) - start + 1)),
  };
}

/** `title [url [link text]]` */
function readCaption(markup: string): Caption | undefined {
  const text = markup.trim();
  if (text === '') return undefined;
  const [, title, url, link] = /^(\S.*?)\s+(https?:\/\/\S+|\/\S+)\s*(.+)?$/is.exec(text) ?? [];
  return title === undefined ? { title: text } : { title, url, link };
}
