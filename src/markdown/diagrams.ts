import { createRequire } from 'node:module';
import type { MdastPluginDefinition, PluginFactoryContext } from 'satteri';
import { shorten } from '../lib/shorten.ts';
import { mistake, unreadableOf, type Unreadable } from './unreadable.ts';

/** Notes diagrams that will not be drawn: readers see their source. */
export const diagrams = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  /mermaid/i.test(source) && {
    name: 'diagrams',
    async code({ lang, value }, { data: { astro } }) {
      if (lang !== 'mermaid' || !astro) return;
      const flaw = await flawOf(value);
      if (flaw) unreadableOf(astro.frontmatter).push({ field: 'diagram', value, ...flaw });
    },
  };

/** Whether there may be a diagram in a text, as it is written or as HTML. */
export function mayHoldDiagram(text: string): boolean {
  return /class="language-mermaid"|^[ \t>]*(?:`{3,}|~{3,})\s*mermaid\b/m.test(text);
}

/** The file of the package, which only those need who draw diagrams. */
export function mermaidFile(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('mermaid');
  } catch {
    return undefined;
  }
}

/** What is used of Mermaid. https://mermaid.js.org/config/usage.html#syntax-validation-without-rendering */
interface Mermaid {
  parse(source: string): Promise<unknown>;
}

let mermaid: Promise<Mermaid> | undefined;

/** Its parsers clean texts by a library that does nothing without a browser: here nothing is shown. */
async function load(): Promise<Mermaid> {
  const cleaner = await packaged<object>('dompurify');
  Object.assign(cleaner, { addHook() {}, removeHook() {}, sanitize: (text: string) => text });
  return packaged<Mermaid>('mermaid');
}

/** Outside every bundle, and only when it is needed. */
async function packaged<Default>(name: string): Promise<Default> {
  return ((await import(/* @vite-ignore */ name)) as { default: Default }).default;
}

async function flawOf(source: string): Promise<Omit<Unreadable, 'field' | 'value'> | undefined> {
  if (!mermaidFile()) {
    return {
      message: 'is shown as it is written: the package that draws diagrams is not installed',
      hint: '`npm install --save-prod mermaid` adds it.',
    };
  }
  try {
    await (await (mermaid ??= load())).parse(source);
    return undefined;
  } catch (error) {
    // What a parser wants of a browser is no mistake of the author.
    if (!(error instanceof Error) || error instanceof TypeError) return undefined;
    if (error instanceof ReferenceError) return undefined;
    const [, number] = /\bon line (\d+)/.exec(error.message) ?? [];
    const line = number ? lineOf(source, Number(number)) : 1;
    return { line, ...mistake('Mermaid', wordsOf(error)) };
  }
}

/** Parsers count the lines without front matter, comments and directives. https://mermaid.js.org/intro/syntax-reference.html */
function lineOf(source: string, number: number): number {
  const whole = source.replace(/^\s*---[^]*?\n---/, (head) => head.replace(/[^\n]/g, ''));
  const lines = whole.split('\n').map((text, index) => ({ text: text.trim(), line: index + 1 }));
  const parsed = lines.filter(({ text }) => !text.startsWith('%%'));
  const first = parsed.findIndex(({ text }) => text !== '');
  return (parsed[first + number - 1] ?? parsed.at(-1))?.line ?? 1;
}

/** What is wrong, without the place and the excerpt that shows it. */
function wordsOf({ name, message }: Error): string {
  if (name === 'UnknownDiagramError') return 'its first word is no kind of diagram';
  const words = message
    .replace(/^[^]*?\bon line \d+(?:, column \d+)?[:.]\s*/, '')
    .replace(/^[^]*\n-*\^\s*/, '')
    .replace(/\s+/g, ' ');
  return shorten(words, 200);
}
