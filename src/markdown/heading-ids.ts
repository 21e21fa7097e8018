import { slug } from 'github-slugger';
import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { texOf } from './math.ts';
import { optionsIn } from '../jekyll/kramdown/options.ts';

/** Ids that the page needs itself: its own (`Page-main`), those of notes, and one that Disqus asks for. */
const OF_THE_PAGE = /^(?:Page-|fn(?:ref)?:|disqus_thread$)/;

/**
 * Gives each heading its id, for the headings themselves, tables of contents and links alike: the
 * given one, else one made from its text as kramdown makes it for GFM. An id belongs to one heading:
 * the others get a number, and what is given goes before what is made. None is one of the page's own.
 */
export const headingIds = ({ source, data }: PluginFactoryContext): HastPluginDefinition => {
  const { autoIdPrefix = '' } = optionsIn(source);
  const headings: Heading[] = [];
  /** Of a formula counts what was written. */
  const textOf = (node: HastNode): string => {
    if (node.type === 'raw') return texOf(data).get(node.value) ?? '';
    if ('children' in node) return node.children.map(textOf).join('');
    return node.type === 'text' ? node.value : '';
  };
  return {
    name: 'heading-ids',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node) {
        headings.push(node);
      },
    },
    after(_root, context) {
      const given = (node: Heading) => node.properties['id'];
      const free = freeIds();
      const ids = new Map<Heading, string>();
      for (const node of headings) {
        const id = given(node);
        if (typeof id === 'string' && id !== '') ids.set(node, free(id));
      }
      for (const node of headings) {
        // `section` is what kramdown calls a heading without letters.
        const id = ids.get(node) ?? free(autoIdPrefix + (slug(textOf(node)) || 'section'));
        if (id !== given(node)) context.setProperty(node, 'id', id);
      }
    },
  };
};

type Heading = Readonly<Extract<HastNode, { type: 'element' }>>;

/** Gives each id once: `a`, then `a-1`, `a-2`. */
function freeIds(): (id: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (id) => {
    const own = OF_THE_PAGE.test(id) ? `section-${id}` : id;
    let free = own;
    let number = next.get(own) ?? 0;
    while (taken.has(free)) free = `${own}-${++number}`;
    next.set(own, number);
    taken.add(free);
    return free;
  };
}
