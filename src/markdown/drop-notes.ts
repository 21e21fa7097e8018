import type { MdastPluginDefinition } from 'satteri';

/**
 * Leaves HTML comments out of the page: a comment is the author's note to themselves, and what is not
 * meant for readers must not reach them. Comments inside `<script>`, `<style>` and `<textarea>` are
 * text, not comments, and stay; code blocks and code spans are no HTML and are never looked at.
 */
export const dropComments = (source: { readonly source: string }): MdastPluginDefinition | false =>
  source.source.includes('<!--') && {
    name: 'drop-comments',
    html(node, context) {
      const value = withoutComments(node.value);
      if (value === node.value) return;
      if (value.trim() === '') context.removeNode(node);
      else context.setProperty(node, 'value', value);
    },
  };

const COMMENT_OR_TEXT =
  /<!--(?:>|->|[\s\S]*?(?:--!?>|$))|<(script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** `html` without its comments. One that never ends runs to the end, as a browser reads it. */
export function withoutComments(html: string): string {
  return html.replace(COMMENT_OR_TEXT, (match) => (match.startsWith('<!--') ? '' : match));
}
