import type { HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { escapeMarkup } from '../html/escape.ts';
import type { Strings } from '../i18n/en.ts';
import { BOOK } from '../site/book.ts';
import site from '../site.config.ts';
import { rewriteTags, startTag, type Attributes } from '../html/tags.ts';
import { wordsFor } from './language.ts';

const MAY_HOLD_ONE = /<(?:iframe|script|video|audio)\b/i;

/**
 * Asks before another server is called: a frame first shows a link that loads it, a script waits for
 * a button, a video or sound is not fetched before it is played. What the site itself serves stays
 * as it is.
 */
export const embeds = ({
  source,
  data,
  sourceFormat,
}: PluginFactoryContext): HastPluginDefinition | false =>
  sourceFormat === 'markdown' &&
  MAY_HOLD_ONE.test(source) && {
    name: 'embeds',
    raw(node, context) {
      const value = askBeforeLoading(node.value, wordsFor(data));
      if (value !== node.value) context.setProperty(node, 'value', value);
    },
  };

/** Where the page of a frame that waits gets the site's typeface, whose address pages alone know. */
export const FRAME_TYPE = '/*type*/';

/** HTML whose embeds of other servers wait for the reader. */
export function askBeforeLoading(html: string, words: Strings): string {
  if (!MAY_HOLD_ONE.test(html)) return html;
  return rewriteTags(html, ({ name, attributes }) => {
    const src = attributes.get('src');
    const host = src && foreignHost(src);
    switch (name) {
      case 'iframe':
        return src && host ? startTag(name, frame(attributes, src, host, words)) : undefined;
      case 'script':
        return src && host ? startTag(name, script(attributes, src, host, words)) : undefined;
      case 'video':
      case 'audio':
        // A `<source>` inside may be foreign; what is local loses nothing that a click does not bring.
        return startTag(name, media(attributes));
      default:
        return undefined;
    }
  });
}

/** The frame holds a page of its own with a link to what it is for, so that no script is needed. */
function frame(attributes: Attributes, src: string, host: string, words: Strings): Attributes {
  // Its paper is that of the page, whichever the reader has chosen, so what stands on it has to suit both.
  const page =
    `<!doctype html><style>${FRAME_TYPE}body{display:grid;place-items:center;min-height:100vh;margin:0;` +
    `font:1.1rem ${BOOK}}` +
    `a{padding:.6em 1.2em;background:#5c554b;color:#fff}@media print{a{background:0;color:#000}}</style>` +
    `<a href="${escapeMarkup(src)}">${escapeMarkup(words.load(host))}</a>`;
  return new Map([
    ...attributes,
    ['title', attributes.get('title') || host],
    ['loading', 'lazy'],
    ['srcdoc', page],
  ]);
}

/** `type="text/plain"` keeps a script from running; `client/load-embeds.ts` sets the button. */
function script(attributes: Attributes, src: string, host: string, words: Strings): Attributes {
  const { src: _src, type: _type, ...others } = Object.fromEntries(attributes);
  return new Map([
    ...Object.entries(others),
    ['type', 'text/plain'],
    ['data-src', src],
    ['data-label', words.load(host)],
  ]);
}

function media(attributes: Attributes): Attributes {
  const { autoplay: _autoplay, ...others } = Object.fromEntries(attributes);
  return new Map([...Object.entries(others), ['preload', 'none']]);
}

/** The host of an address that is not the site's. */
function foreignHost(address: string): string | undefined {
  const url = URL.parse(address, site.url);
  return url && /^https?:$/.test(url.protocol) && url.origin !== site.url ? url.host : undefined;
}
