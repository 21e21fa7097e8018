import type {
  HastPluginDefinition,
  MdastNode,
  MdastPluginDefinition,
  PluginFactoryContext,
} from 'satteri';

/** `diff-js`, and `diff lang="js"`: changes in code of another language. */
const DIFF_OF = /^diff-(?=\w)/;
const LANG = /(?:^|\s)lang=["']?([\w+#-]+)["']?/;

/**
 * Brings the ways in which a block of code says how it wants to be shown into one: the meta string
 * that `code-meta.ts` reads. `diff-js` is `js` with `diff`; the lines that an Octopress tag points
 * out (`data-mark-lines` of the figure) are `{…}`.
 */
export const codeFences = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  /diff|data-mark-lines/.test(source) && {
    name: 'code-fences',
    code(node, context) {
      const { lang = '', meta = '' } = { lang: node.lang ?? '', meta: node.meta ?? '' };
      const language = DIFF_OF.test(lang)
        ? lang.replace(DIFF_OF, '')
        : lang === 'diff' && LANG.exec(meta)?.[1];
      if (language) {
        context.setProperty(node, 'lang', language);
        context.setProperty(node, 'meta', `${meta} diff`.trim());
      }
      const marked = markedLines(context.parent(node));
      if (marked) context.setProperty(node, 'meta', `${meta} {${marked}}`.trim());
    },
  };

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
