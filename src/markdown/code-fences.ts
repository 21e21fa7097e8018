import type { HastPluginDefinition, MdastNode, MdastPluginDefinition } from 'satteri';
import { knownLanguage, readInfo } from './code-language.ts';

/** `diff-js`, and `diff lang="js"`: changes in code of another language. */
const DIFF_OF = /^diff-(?=\w)/;
const LANG = /(?:^|\s)lang=["']?([\w+#-]+)["']?/;

/**
 * Brings the ways in which a block of code says what it is and how it wants to be shown into one: a
 * language that Shiki knows, if any, and the meta string that `code-meta.ts` reads. `diff-js` is `js`
 * with `diff`; the lines that an Octopress tag points out (`data-mark-lines` of the figure) are `{…}`.
 */
export const codeFences = (): MdastPluginDefinition => ({
  name: 'code-fences',
  code(node, context) {
    const info = readInfo(node.lang ?? '', node.meta ?? '');
    const { lang } = info;
    const changed = DIFF_OF.test(lang)
      ? lang.replace(DIFF_OF, '')
      : lang.toLowerCase() === 'diff' && LANG.exec(info.meta)?.[1];
    const marked = markedLines(context.parent(node));
    const meta = [info.meta, changed && 'diff', marked && `{${marked}}`].filter(Boolean).join(' ');
    const language = lang && (knownLanguage(changed || lang) ?? 'plaintext');
    if (language !== (node.lang ?? '')) context.setProperty(node, 'lang', language);
    if (meta !== (node.meta ?? '')) context.setProperty(node, 'meta', meta);
  },
});

/** The lines that the figure around a block points out: `1 3`. */
function markedLines(parent: Readonly<MdastNode> | undefined): string | undefined {
  const data: { hProperties?: Record<string, unknown> } = parent?.data ?? {};
  const lines = data.hProperties?.['dataMarkLines'] ?? data.hProperties?.['data-mark-lines'];
  return typeof lines === 'string' ? lines : undefined;
}

/** What is not highlighted can be scrolled by the keyboard too. */
export const scrollingCode = (): HastPluginDefinition => ({
  name: 'scrolling-code',
  element: {
    filter: ['pre'],
    visit(node, context) {
      const { tabIndex, tabindex } = node.properties;
      if (tabIndex === undefined && tabindex === undefined)
        context.setProperty(node, 'tabIndex', 0);
    },
  },
});
