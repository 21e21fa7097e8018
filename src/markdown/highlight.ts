import type { HastPluginDefinition } from 'satteri';
import { questionsTo } from '../lib/questions.ts';
import type { highlighted } from './colours.ts';

/** What other plugins make something of. */
const OTHERS = new Set(['mermaid', 'math']);

/** A block of code to be coloured. */
export interface CodeBlock {
  code: string;
  lang: string;
  meta: string;
}

/**
 * Colours code in a thread of its own, beside the rest of Markdown: it takes a third of the time that ten
 * thousand posts need.
 */
const coloured = questionsTo<CodeBlock, Awaited<ReturnType<typeof highlighted>>>(
  new URL('colours-worker.ts', import.meta.url),
);

/** Highlights blocks of code. */
export const highlight = (): HastPluginDefinition => ({
  name: 'highlight',
  element: {
    filter: ['pre'],
    async visit(node, context) {
      const code = node.children.find((child) => child.type === 'element');
      if (code?.tagName !== 'code') return undefined;
      const info: Info = code.data ?? {};
      const lang = info.lang ?? languageIn(code.properties['className']);
      if (OTHERS.has(lang)) return undefined;
      const text = context.textContent(code).replace(/\r?\n$/, '');
      return (await coloured({ code: text, lang, meta: info.meta ?? '' })).children[0];
    },
  },
});

/** What Sätteri knows of a fence. */
interface Info {
  lang?: string | null;
  meta?: string | null;
}

function languageIn(names: unknown): string {
  const prefix = 'language-';
  const found = Array.isArray(names) && names.find((name) => String(name).startsWith(prefix));
  return found ? String(found).slice(prefix.length) : 'plaintext';
}
