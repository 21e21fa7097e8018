import { bundledLanguages } from 'shiki/langs';

/** What is not in colour, what is in the terminal's own, and what other plugins read. */
const OTHERS = ['ansi', 'math', 'plain', 'plaintext', 'text', 'txt'];

/** Other names of languages, by Shiki's: those of Pygments, Rouge, highlight.js and Prism. */
const NAMES: Record<string, string> = {
  apache: 'apacheconf htaccess',
  asm: 'armasm gas nasm x86asm',
  bat: 'dos dosbatch winbatch',
  c: 'h',
  cpp: 'c-plus-plus cc cplusplus cxx h++ hpp hxx',
  csharp: 'c-sharp dotnet',
  diff: 'udiff patch',
  elixir: 'eex ex exs heex iex',
  erb: 'html+erb html_erb rhtml',
  fsharp: 'f-sharp',
  go: 'golang',
  groovy: 'gradle',
  html: 'htm xhtml',
  ini: 'cfg conf config dosini editorconfig gitconfig',
  javascript: 'ecmascript es6 node nodejs',
  jinja: 'django jinja2',
  matlab: 'octave',
  'objective-c': 'obj-c objectivec',
  'objective-cpp': 'obj-c++ objc++ objective-c++ objectivec++',
  ocaml: 'ml mli',
  pascal: 'delphi objectpascal',
  perl: 'pl',
  php: 'html+php',
  plaintext: 'none nohighlight output',
  powershell: 'posh pwsh-session',
  python: 'ipython py3 pycon python-repl python2 python3',
  ruby: 'irb pry',
  shellscript: 'ash csh dash ksh profile tcsh',
  shellsession: 'bash-session sh-session shell-session terminal terminal-session',
  sql: 'mysql pgsql plpgsql postgres postgresql sqlite sqlite3 tsql',
  vb: 'vb.net vbnet visual-basic visualbasic',
  viml: 'vimrc',
  xml: 'atom plist rss svg xsd xslt',
};

const KNOWN = new Map([
  ...[...Object.keys(bundledLanguages), ...OTHERS].map((name) => [name, name] as const),
  ...Object.entries(NAMES).flatMap(([name, others]) =>
    others.split(' ').map((other) => [other, name] as const),
  ),
]);

/** Shiki's name for a language, or nothing when it knows none of this name. */
export const knownLanguage = (name: string): string | undefined => KNOWN.get(name.toLowerCase());

/** What the first line of a fence says: the language as written, and all else for `readCodeMeta`. */
export interface Info {
  lang: string;
  meta: string;
}

/**
 * Reads the info of a fence, in which the language may go on into something else: `js{1,3}` (Gatsby),
 * `ts:src/app.ts` and `js:title=app.js` (a title), `rust,ignore` (rustdoc), `{.python .numberLines}`
 * (Pandoc), `{r, echo=FALSE}` (knitr).
 * @param lang its first word
 * @param meta what follows
 */
export function readInfo(lang: string, meta: string): Info {
  const [, braced, name = '', rest = ''] =
    /^(\{\s*)?\.?(?:lang(?:uage)?-)?([^\s{}:,]*)([^]*)$/.exec(lang) ?? [];
  if (braced !== undefined)
    return { lang: name, meta: `${rest} ${meta}`.replace(/^[\s,}]+|\}\s*$/g, '') };
  const titled = /^:(?:title=)?([^\s{}"']*)([^]*)$/.exec(rest);
  const title = titled?.[1];
  const others = titled?.[2] ?? rest;
  const words = [title && `title="${title}"`, others.replace(/^,/, ' ').trim(), meta];
  return { lang: name, meta: words.filter(Boolean).join(' ') };
}
