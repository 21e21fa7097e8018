import type { HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { rewriteTags, startTag } from '../../html/tags.ts';
import { ownAttributes } from './themes.ts';

const MAY_HAVE_SOME = /<[^>]+\sclass\s*=|<img\b/i;

/** Does with HTML in a text what attribute lists do (`kramdown/annotations-plugin.ts`): see `ownAttributes`. */
export const themeIdioms = ({ source }: PluginFactoryContext): HastPluginDefinition | false =>
  MAY_HAVE_SOME.test(source) && {
    name: 'theme-idioms',
    raw(node, context) {
      const value = withOwnAttributes(node.value);
      if (value !== node.value) context.setProperty(node, 'value', value);
    },
  };

/** HTML in which the attributes of themes are those of HTML, and their classes Galley's. */
export function withOwnAttributes(html: string): string {
  if (!MAY_HAVE_SOME.test(html)) return html;
  return rewriteTags(html, ({ name, attributes }) => {
    const given = Object.fromEntries(attributes);
    const own = ownAttributes(name, given);
    return own === given ? undefined : startTag(name, new Map(Object.entries(own)));
  });
}
