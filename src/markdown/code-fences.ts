import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';
import { knownLanguage, readInfo } from './code-language.ts';

/** `diff-js`, and `diff lang="js"`: changes in code of another language. */
const DIFF_OF = /^diff-(?=\w)/;
const LANG = /(?:^|\s)lang=["']?([\w+#-]+)["']?/;

/**
 * Brings the ways in which a block of code says what it is and how it wants to be shown into one: a
 * language that Shiki knows, if any, and the meta string that `code-meta.ts` reads. `diff-js` is `js`
 * with `diff`.
 */
export const codeFences = (): MdastPluginDefinition => ({
  name: 'code-fences',
  code(node, context) {
    const info = readInfo(node.lang ?? '', node.meta ?? '');
    const { lang } = info;
    const changed = DIFF_OF.test(lang)
      ? lang.replace(DIFF_OF, '')
      : lang.toLowerCase() === 'diff' && LANG.exec(info.meta)?.[1];
    const meta = [info.meta, changed && 'diff'].filter(Boolean).join(' ');
    const language = lang && (knownLanguage(changed || lang) ?? 'plaintext');
    if (language !== (node.lang ?? '')) context.setProperty(node, 'lang', language);
    if (meta !== (node.meta ?? '')) context.setProperty(node, 'meta', meta);
  },
});

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
