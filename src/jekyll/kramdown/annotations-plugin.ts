import type {
  MdastNode,
  MdastPluginDefinition,
  MdastVisitorContext,
  PluginFactoryContext,
} from 'satteri';
import { rewriteTags, startTag } from '../../html/tags.ts';
import {
  findAnnotations,
  hasAnnotation,
  readAnnotation,
  withoutAnnotations,
} from './annotation.ts';
import { codeMeta, ownAttributes } from '../themes/themes.ts';
import { addAttribute, parseAttributeList, type AttributeList } from './attributes.ts';
import { startTagAt, tagAttributes } from './html.ts';

/** Does what the annotations of a text say (see `annotation.ts`); each acts once and is gone. */
export const annotations = ({ source }: PluginFactoryContext): MdastPluginDefinition | false => {
  if (!hasAnnotation(source)) return false;
  const named = namedLists(source);
  /** What was set so far, by parent and index: several lists may be about one node. */
  const given = new Map<object, Map<number, AttributeList>>();

  return {
    name: 'kramdown-annotations',
    code: restore,
    inlineCode: restore,
    math: restore,
    inlineMath: restore,
    html(node, context) {
      const annotation = readAnnotation(node.value);
      if (annotation === undefined) {
        restore(node, context);
        return;
      }
      const { kind, text } = annotation;
      if (kind === 'html') {
        context.setProperty(node, 'value', text);
        return;
      }
      context.removeNode(node);
      const parent = context.parent(node);
      const index = context.indexOf(node) ?? 0;
      if (kind === 'element') {
        const tag = startTagAt(text, 0);
        if (tag !== undefined) {
          const hProperties = ownAttributes(tag.name, tagAttributes(tag));
          context.setProperty(parent, 'data', { hName: tag.name, hProperties });
        }
      } else if (kind === 'item') {
        const item = parent.type === 'listItem' ? parent : context.parent(parent);
        if (item !== undefined) setAttributes(item, resolve(text, named), context);
      } else if (kind === 'above' || kind === 'below' || kind === 'span') {
        const at = neighbour(parent.children, index, kind === 'below' ? 1 : -1);
        const target = parent.children[at];
        if (target === undefined) return;
        if (target.type === 'text') {
          context.insertBefore(node, { type: 'text', value: text });
          return;
        }
        if (kind === 'span' && target.type === 'html') {
          setTagAttributes(parent.children, at, resolve(text, named), context);
          return;
        }
        const siblings = given.get(parent) ?? new Map<number, AttributeList>();
        given.set(parent, siblings);
        const list = merge(siblings.get(at), resolve(text, named));
        siblings.set(at, list);
        if (target.type === 'list' && list.refs.includes('toc'))
          replaceByToc(target, list, context);
        else setAttributes(target, list, context);
      }
    },
  };
};

type NodeWithValue = Extract<MdastNode, { value: string }>;

/** Code and HTML hold what the author wrote, not what the text pass made of it. */
function restore(node: Readonly<NodeWithValue>, context: MdastVisitorContext): void {
  const value = withoutAnnotations(node.value);
  if (value !== node.value) context.setProperty(node, 'value', value);
}

/** The named attribute lists (`{:name: .class}`) of a document. */
function namedLists(source: string): Map<string, AttributeList> {
  const named = new Map<string, AttributeList>();
  for (const { kind, text } of findAnnotations(source)) {
    const [, name, list] = kind === 'name' ? (/^\{:([\w-]+):(.*)\}$/s.exec(text) ?? []) : [];
    if (name === undefined || list === undefined) continue;
    named.set(name, merge(named.get(name), parseAttributeList(list)));
  }
  return named;
}

/** The attribute list in `{:…}`, with those that it names. */
function resolve(written: string, named: ReadonlyMap<string, AttributeList>): AttributeList {
  const list = parseAttributeList(written.slice(2, -1));
  return list.refs.reduceRight((result, ref) => {
    const other = named.get(ref);
    return other === undefined ? result : merge(other, result);
  }, list);
}

function merge(first: AttributeList | undefined, second: AttributeList): AttributeList {
  if (first === undefined) return second;
  const attributes = { ...first.attributes };
  for (const [key, value] of Object.entries(second.attributes))
    addAttribute(attributes, key, value);
  return { attributes, refs: [...first.refs, ...second.refs] };
}

/** Index of the next node in `direction` that is no annotation itself. */
function neighbour(nodes: readonly MdastNode[], from: number, direction: 1 | -1): number {
  for (let at = from + direction; ; at += direction) {
    const node = nodes[at];
    if (node?.type !== 'html' || readAnnotation(node.value) === undefined) return at;
  }
}

/** Of the tag at `at`, or of the start tag that it ends. */
function setTagAttributes(
  nodes: readonly MdastNode[],
  at: number,
  { attributes }: AttributeList,
  context: MdastVisitorContext,
): void {
  const valueOf = (node: MdastNode | undefined): string =>
    node?.type === 'html' ? node.value : '';
  const ended = /^<\/([a-z][\w:-]*)/i.exec(valueOf(nodes[at]))?.[1]?.toLowerCase();
  let open = 0;
  for (let start = at; start >= 0; start--) {
    const node = nodes[start];
    const [, slash, name] = /^<(\/?)([a-z][\w:-]*)/i.exec(valueOf(node)) ?? [];
    if (node === undefined || name === undefined) continue;
    if (ended !== undefined && name.toLowerCase() !== ended) continue;
    if (slash === '/') open++;
    else if (--open <= 0) {
      const value = rewriteTags(valueOf(node), (tag) => {
        const all = Object.fromEntries(tag.attributes);
        for (const [key, given] of Object.entries(attributes)) addAttribute(all, key, given);
        return startTag(tag.name, new Map(Object.entries(all)));
      });
      context.setProperty(node as Extract<MdastNode, { type: 'html' }>, 'value', value);
      return;
    }
  }
}

function setAttributes(
  node: Readonly<MdastNode>,
  { attributes }: AttributeList,
  context: MdastVisitorContext,
): void {
  if (node.type === 'code') {
    setCodeAttributes(node, attributes, context);
    return;
  }
  const data: { hProperties?: Record<string, unknown> } = node.data ?? {};
  const before = data.hProperties ?? {};
  const own = ownAttributes(node.type === 'image' ? 'img' : node.type, attributes);
  context.setProperty(node, 'data', { ...data, hProperties: hProperties(own, before) });
}

/** A language class says how to highlight; all else goes to a box around the code. */
function setCodeAttributes(
  node: Readonly<Extract<MdastNode, { type: 'code' }>>,
  given: Record<string, string>,
  context: MdastVisitorContext,
): void {
  const { meta, others } = codeMeta(ownAttributes('code', given));
  const { class: classes = '', ...attributes } = others;
  if (meta !== '') context.setProperty(node, 'meta', [node.meta, meta].filter(Boolean).join(' '));
  const language = /(?:^|\s)language-(\S+)/.exec(classes)?.[1];
  if (language !== undefined) context.setProperty(node, 'lang', language);
  const names = classes.split(/\s+/).filter((each) => each !== '' && !each.startsWith('language-'));
  if (names.length > 0) attributes['class'] = names.join(' ');
  if (Object.keys(attributes).length === 0) return;
  const data = { hName: 'div', hProperties: hProperties(attributes, {}) };
  context.wrapNode(node, { type: 'box', children: [], data });
}

function replaceByToc(
  list: Readonly<Extract<MdastNode, { type: 'list' }>>,
  { attributes }: AttributeList,
  context: MdastVisitorContext,
): void {
  const data = {
    hName: list.ordered === true ? 'ol' : 'ul',
    hProperties: hProperties({ id: 'markdown-toc', ...attributes }, { dataToc: '' }),
  };
  context.replaceNode(list, { type: 'toc', children: [], data });
}

function hProperties(
  { class: classes, ...attributes }: Record<string, string>,
  before: Record<string, unknown>,
): Record<string, unknown> {
  const result = { ...before, ...attributes };
  if (classes === undefined) return result;
  const own: unknown[] = Array.isArray(before['className']) ? before['className'] : [];
  return { ...result, className: [...own, ...classes.split(/\s+/)] };
}
