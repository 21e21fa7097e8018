import type { ShikiConfig } from 'astro';
import { createCssVariablesTheme, normalizeTheme } from 'shiki';
import { readCodeMeta, type CodeMeta } from './code-meta.ts';

type ShikiTransformer = NonNullable<ShikiConfig['transformers']>[number];
type Element = Parameters<NonNullable<ShikiTransformer['pre']>>[0];
type Context = ThisParameterType<NonNullable<ShikiTransformer['preprocess']>>;
type Child = Element['children'][number];

/** Languages of what is typed into a terminal, by Shiki's names. */
const SHELLS = new Set(
  'ansi bash bat cmd console fish nushell powershell ps1 sh shell shellscript shellsession zsh'.split(
    ' ',
  ),
);

/** Characters of a line that fit into the column of text; a block with a longer one stands wide. */
const COLUMN = 54;

/** A longer line is not highlighted, as in VS Code. */
const LONGEST_LINE = 20_000;

/** A class for each colour; what has none of its own is set in ink. `styles/code.css` mixes them. */
const COLOURS: Record<string, string> = {
  comment: 'c',
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  constant: 'n',
  function: 'f',
  punctuation: 'p',
  link: 'f',
  inserted: 's',
  deleted: 'n',
  changed: 'f',
};

/** What Shiki writes for the colours of a terminal, and their variables in `styles/code.css`. */
const ANSI = normalizeTheme(
  createCssVariablesTheme({ variablePrefix: '--astro-code-' }),
).colorReplacements;
/** The text's own colour is no colour. */
const PLAIN = /^color:var\(--astro-code-foreground\);?/;

/**
 * How Shiki's tree becomes the site's markup: `<div class="code">` around the block, or a figure
 * whose caption is the title. Line numbers are counted by the style sheet, so they are no text.
 * Colours are classes: a third of the size of Shiki's styles, and light and dark at once.
 */
export const codeBlocks: ShikiTransformer = {
  name: 'code-blocks',
  preprocess(code, options) {
    // By Shiki's bound on time, a busy machine would colour the same code otherwise.
    options.tokenizeTimeLimit = 0;
    options.tokenizeMaxLineLength = LONGEST_LINE;
    const block = blockOf(this);
    block.isWide = !block.meta.wrap && code.split('\n').some((line) => line.length > COLUMN);
    if (!block.meta.diff && this.options.lang !== 'diff') return;
    const sign = block.meta.diff ? /^[+\- ]/ : /^[+-]/;
    block.signs = code.split('\n').map((line) => sign.exec(line)?.[0] ?? '');
    return block.meta.diff ? code.replace(/^[+\- ]/gm, '') : code;
  },
  span(node) {
    const { style } = node.properties;
    const [, colour = ''] = /--astro-code-token-([\w-]+)/.exec(String(style)) ?? [];
    const name = COLOURS[colour];
    delete node.properties['style'];
    if (name) node.properties['class'] = name;
    else if (this.options.lang === 'ansi' && typeof style === 'string') {
      const shown = style
        .replace(/#[\da-f]{8}/gi, (placeholder) => ANSI?.[placeholder.toLowerCase()] ?? placeholder)
        .replace(PLAIN, '');
      if (shown !== '') node.properties['style'] = shown;
    }
  },
  line(node, number) {
    const { meta, signs } = blockOf(this);
    const sign = signs[number - 1] ?? '';
    if (!meta.diff && sign) takeFirst(node);
    node.children = withoutPlainSpans(node.children);
    if (sign) node.children.unshift(signSpan(sign));
    const names = [
      meta.marked.has(number) && 'marked',
      (sign === '+' || meta.inserted.has(number)) && 'ins',
      (sign === '-' || meta.deleted.has(number)) && 'del',
    ].filter((name) => name !== false);
    if (names.length > 0) this.addClassToHast(node, names);
  },
  pre(node) {
    const { firstNumber, wrap } = blockOf(this).meta;
    delete node.properties['style'];
    node.properties['dataLanguage'] = this.options.lang;
    node.properties['class'] = ['astro-code', wrap && 'wrap', firstNumber && 'numbered']
      .filter(Boolean)
      .join(' ');
    if (firstNumber && firstNumber !== 1) {
      node.properties['style'] = `--first-line: ${firstNumber - 1}`;
    }
  },
  root(root) {
    const [pre] = root.children;
    if (pre?.type !== 'element') return;
    const { meta, isWide } = blockOf(this);
    const { title, frame } = meta;
    const isTerminal = frame === 'terminal' || (!frame && SHELLS.has(this.options.lang));
    const names = ['code', isTerminal && 'terminal', isWide && 'wide'].filter(Boolean);
    const properties = { class: names.join(' ') };
    root.children = [
      title
        ? element('figure', properties, [element('figcaption', {}, [text(title)]), pre])
        : element('div', properties, [pre]),
    ];
  },
};

/** What is known of the block that is being highlighted. */
interface Block {
  meta: CodeMeta;
  /** `+`, `-` or a space at the beginning of each line, as `diff` writes them. */
  signs: string[];
  isWide: boolean;
}

const blocks = new WeakMap<object, Block>();

/** Shiki gives every hook of one block the same `meta`. */
function blockOf({ meta, options }: Context): Block {
  let block = blocks.get(meta);
  if (!block) {
    // oxlint-disable-next-line no-underscore-dangle -- Shiki's name for what stands behind the language
    block = { meta: readCodeMeta(options.meta?.__raw ?? ''), signs: [], isWide: false };
    blocks.set(meta, block);
  }
  return block;
}

/** A span without a class says nothing; its text joins that beside it. */
function withoutPlainSpans(children: readonly Child[]): Child[] {
  const kept: Child[] = [];
  for (const child of children) {
    const isPlain = child.type === 'element' && Object.keys(child.properties).length === 0;
    for (const each of isPlain ? child.children : [child]) {
      const last = kept.at(-1);
      if (last?.type === 'text' && each.type === 'text') last.value += each.value;
      else kept.push(each);
    }
  }
  return kept;
}

/** Takes the sign off a line of a plain `diff`, which is highlighted with its signs. */
function takeFirst({ children: [first] }: Element): void {
  const [said] = first?.type === 'element' ? first.children : [];
  if (said?.type === 'text') said.value = said.value.slice(1);
}

/** What became of a line; it is not selected with the code. */
const signSpan = (sign: string): Element => element('span', { class: 'sign' }, [text(sign)]);

const text = (value: string): Child => ({ type: 'text', value });

const element = (
  tagName: string,
  properties: Element['properties'],
  children: Element['children'],
): Element => ({ type: 'element', tagName, properties, children });
