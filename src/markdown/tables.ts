import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { escapeMarkup } from '../html/escape.ts';
import { rewriteTags } from '../html/tags.ts';
import { wordsFor } from './language.ts';

const EMPTY_ROW = /^[ \t>]*\|[ \t|]*\|[ \t]*$/m;

/** Leaves out a header row without any text: the only way to write a table that has none. */
export const headerlessTables = ({ source }: PluginFactoryContext): HastPluginDefinition | false =>
  EMPTY_ROW.test(source) && {
    name: 'headerless-tables',
    element: {
      filter: ['thead'],
      visit(node, context) {
        const isEmpty = (each: HastNode): boolean =>
          each.type === 'text'
            ? each.value.trim() === ''
            : each.type === 'element' && each.tagName !== 'img' && each.children.every(isEmpty);
        if (node.children.every(isEmpty)) context.removeNode(node);
      },
    },
  };

/** Puts each table into a box that scrolls when it is too wide, by the keyboard too. */
export const scrollingTables = ({
  source,
  data,
}: PluginFactoryContext): HastPluginDefinition | false => {
  if (!/\||<table/i.test(source)) return false;
  const label = wordsFor(data).table;
  return {
    name: 'scrolling-tables',
    element: {
      filter: ['table'],
      visit(node, context) {
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: {
            className: isWide(node) ? ['table', 'wide'] : ['table'],
            role: 'group',
            ariaLabel: label,
            tabIndex: 0,
          },
          children: [],
        });
      },
    },
    raw(node, context) {
      const value = rewriteTags(
        node.value,
        ({ name, written }) =>
          name === 'table' ? `<div ${attributes(label)}>${written}` : undefined,
        (name) => (name === 'table' ? '</div>' : ''),
      );
      if (value !== node.value) context.setProperty(node, 'value', value);
    },
  };
};

/** Characters of a row that fit into the column of text, and of a cell before its text is rather broken. */
const [COLUMN, CELL] = [66, 30];

/** Whether a table has more columns, or fuller ones, than fit into the column of text. */
function isWide(table: HastNode): boolean {
  const widths: number[] = [];
  for (const row of elementsIn(table, 'tr')) {
    for (const [index, cell] of elementsIn(row, 'td', 'th').entries()) {
      widths[index] = Math.max(widths[index] ?? 0, Math.min(CELL, textOf(cell).length));
    }
  }
  return widths.reduce((sum, width) => sum + width, 0) > COLUMN;
}

function elementsIn(node: HastNode, ...names: string[]): HastNode[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element' && names.includes(child.tagName)
      ? [child]
      : elementsIn(child, ...names),
  );
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const attributes = (label: string): string =>
  `class="table" role="group" aria-label="${escapeMarkup(label)}" tabindex="0"`;
