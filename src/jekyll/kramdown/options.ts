import { annotate, findAnnotations } from './annotation.ts';

/**
 * The options of kramdown that change what a text says, by what they mean here.
 * https://kramdown.gettalong.org/options.html
 */
export interface KramdownOptions {
  /** `parse_block_html`: Markdown inside HTML blocks is Markdown. */
  parseBlockHtml?: boolean;
  /** `hard_wrap`: a line of a paragraph ends where its author ended it. */
  hardWrap?: boolean;
  /** `smart_quotes`, `typographic_symbols`: what stands for a quotation mark, dash or ellipsis (`“`, `—`). */
  symbols?: Readonly<Record<string, string>>;
  /** `auto_id_prefix`: what ids of headings begin with that are made from their text. */
  autoIdPrefix?: string;
  /** `header_offset`: so many levels is a heading below the one that is written. */
  headerOffset?: number;
  /** `toc_levels`: the headings, as they are written, that tables of contents name. */
  tocLevels?: readonly number[];
}

/** The marks that `smart_quotes` names, in its order. */
const QUOTES = ['‘', '’', '“', '”'];

/** The names of `typographic_symbols`. */
const SYMBOLS: Readonly<Record<string, string>> = {
  hellip: '…',
  mdash: '—',
  ndash: '–',
  laquo: '«',
  raquo: '»',
};

/** The entities that are used for quotation marks. */
const ENTITIES: Readonly<Record<string, string>> = {
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  laquo: '«',
  raquo: '»',
  apos: "'",
  quot: '"',
};

const READERS: Readonly<Record<string, (value: unknown) => KramdownOptions>> = {
  parse_block_html: (value) => given('parseBlockHtml', booleanOf(value)),
  hard_wrap: (value) => given('hardWrap', booleanOf(value)),
  smart_quotes: (value) => given('symbols', quotesOf(value)),
  typographic_symbols: (value) => given('symbols', symbolsOf(value)),
  auto_id_prefix: (value) => given('autoIdPrefix', textOf(value)),
  header_offset: (value) => given('headerOffset', integerOf(value)),
  toc_levels: (value) => given('tocLevels', levelsOf(value)),
};

/** Whether an option of kramdown is followed; the others change nothing here. */
export function isFollowed(name: string, value: unknown): boolean {
  if (name === 'input') return value === 'GFM';
  return Object.keys(READERS[name]?.(value) ?? {}).length > 0;
}

/** What `kramdown:` in `_config.yml` says, or `{::options … /}`; a value that kramdown refuses says nothing. */
export function readOptions(written: Readonly<Record<string, unknown>>): KramdownOptions {
  return Object.entries(written).reduce<KramdownOptions>(
    (options, [name, value]) => merge(options, READERS[name]?.(value) ?? {}),
    {},
  );
}

/** Options on their way through the Markdown parser, which the plugins below act on; nothing for none. */
export function carryOptions(options: KramdownOptions): string {
  return Object.keys(options).length === 0 ? '' : annotate('options', JSON.stringify(options));
}

/** The options that hold for a whole text, wherever in it they are set. */
export function optionsIn(source: string): KramdownOptions {
  if (!source.includes(':options:')) return {};
  return findAnnotations(source)
    .filter(({ kind }) => kind === 'options')
    .reduce<KramdownOptions>((options, { text }) => merge(options, JSON.parse(text)), {});
}

function merge(options: KramdownOptions, others: KramdownOptions): KramdownOptions {
  const merged = { ...options, ...others };
  if (options.symbols && others.symbols) {
    merged.symbols = { ...options.symbols, ...others.symbols };
  }
  return merged;
}

function given<Key extends keyof KramdownOptions>(
  key: Key,
  value: KramdownOptions[Key],
): KramdownOptions {
  return value === undefined ? {} : { [key]: value };
}

function booleanOf(value: unknown): boolean | undefined {
  return { true: true, false: false }[String(value).trim()];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function integerOf(value: unknown): number | undefined {
  return /^[+-]?\d+$/.test(String(value)) ? Number(value) : undefined;
}

/** Four entities or code points: `lsquo,rsquo,ldquo,rdquo`, or a list. */
function quotesOf(value: unknown): KramdownOptions['symbols'] {
  const names = listOf(value);
  if (names.length !== QUOTES.length) return undefined;
  return Object.fromEntries(
    QUOTES.map((quote, at) => [quote, characterOf(names[at] ?? '') ?? quote]),
  );
}

function characterOf(name: string): string | undefined {
  if (!/^\d{1,7}$/.test(name)) return ENTITIES[name];
  const code = Number(name);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function symbolsOf(value: unknown): KramdownOptions['symbols'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).flatMap(([name, text]) => {
    const symbol = SYMBOLS[name];
    return symbol === undefined ? [] : [[symbol, String(text)] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** `2..3`, `2,3`, or a list of numbers. */
function levelsOf(value: unknown): number[] | undefined {
  const [, first, last] = /^([1-6])\.\.([1-6])$/.exec(String(value)) ?? [];
  const levels =
    first && last
      ? [1, 2, 3, 4, 5, 6].filter((level) => level >= Number(first) && level <= Number(last))
      : listOf(value).map(Number);
  return levels.length > 0 && levels.every((level) => /^[1-6]$/.test(String(level)))
    ? levels
    : undefined;
}

function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : String(value).split(',');
  return list.map((item) => String(item).trim());
}
