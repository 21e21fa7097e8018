import type {
  HastNode,
  HastPluginDefinition,
  HastVisitorContext,
  PluginFactoryContext,
} from 'satteri';
import { decodePath } from '../lib/url.ts';
import { wordsFor } from './language.ts';

/**
 * Footnote markup with kramdown's class and role, so that themes, feed readers and assistive
 * technology know the notes. The label heading goes: it would stand among the post's own headings.
 */
export const footnotes = ({
  source,
  sourceFormat,
  data,
}: PluginFactoryContext): HastPluginDefinition | false => {
  if (!source.includes('[^')) return false;
  const anchored = new Set<string>();
  return {
    name: 'footnotes',
    element: [
      {
        filter: ['section'],
        visit(node, context) {
          if (node.properties.dataFootnotes === undefined) return;
          context.setProperty(node, 'role', 'doc-endnotes');
          for (const [index, note] of notesIn(node).entries()) {
            context.setProperty(note, 'style', `position-anchor:${anchorName(index + 1)}`);
          }
          const label = node.children.find(isLabel);
          if (label !== undefined) context.removeNode(label);
        },
      },
      {
        filter: ['li'],
        visit(node, context) {
          renameId(node, 'id', context);
        },
      },
      {
        filter: ['a'],
        visit(node, context) {
          renameId(node, 'id', context);
          renameId(node, 'href', context);
          if (node.properties.dataFootnoteRef !== undefined) {
            context.setProperty(node, 'role', 'doc-noteref');
            context.setProperty(node, 'ariaDescribedBy', null);
            // As HTML its number is no text of a heading, for the heading's id and tables of contents.
            const [number] = node.children;
            const anchor = number?.type === 'text' && anchorName(number.value);
            // Beside the first of several marks.
            if (anchor && !anchored.has(anchor)) {
              anchored.add(anchor);
              context.setProperty(node, 'style', `anchor-name:${anchor}`);
            }
            if (number?.type === 'text' && sourceFormat === 'markdown') {
              context.replaceNode(number, { type: 'raw', value: number.value });
            }
          } else if (node.properties.dataFootnoteBackref !== undefined) {
            context.setProperty(node, 'role', 'doc-backlink');
            const [reference = ''] = /\d\S*$/.exec(String(node.properties.ariaLabel)) ?? [];
            context.setProperty(node, 'ariaLabel', wordsFor(data).backToReference(reference));
          }
        },
      },
    ],
  };
};

/** By what a note finds its mark where both can stand side by side. https://www.w3.org/TR/css-anchor-position-1/ */
const anchorName = (number: number | string): string => `--note-${number}`;

function notesIn(node: Readonly<HastNode>): Readonly<HastNode>[] {
  if (!('children' in node)) return [];
  const list = node.children.find((child) => child.type === 'element' && child.tagName === 'ol');
  return list && 'children' in list ? list.children.filter(({ type }) => type === 'element') : [];
}

/**
 * `fn-1` and `fnref-1` as kramdown writes them, so that old links to a note keep working. An id is the
 * name of the note itself; the parser writes it as in an address.
 */
function renameId(
  node: Readonly<Extract<HastNode, { type: 'element' }>>,
  property: 'id' | 'href',
  context: HastVisitorContext,
): void {
  const value = node.properties[property];
  if (typeof value !== 'string') return;
  const named = value.replace(/^(#?fn(?:ref)?)-/, '$1:');
  const renamed = property === 'id' && named !== value ? decodePath(named) : named;
  if (renamed !== value) context.setProperty(node, property, renamed);
}

const isLabel = (node: HastNode): boolean =>
  node.type === 'element' && node.tagName === 'h2' && node.properties.id === 'footnote-label';
