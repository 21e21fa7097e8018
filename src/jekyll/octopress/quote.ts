import { escapeMarkup } from '../../html/escape.ts';
import { LiquidMistake } from '../liquid/place.ts';
import type { LiquidTag } from '../liquid/tag.ts';
import { titleCase } from './title-case.ts';

/** `{% blockquote [author[, source title]] [url] [source title] %}` */
export const blockquote: LiquidTag = {
  block: true,
  render({ markup, body }) {
    const text = body.trim().replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br>');
    const { author, source, title } = readAttribution(markup);
    if (author === undefined) return `<blockquote><p>${text}</p></blockquote>`;
    const cite =
      source === undefined
        ? title
        : `<a href="${escapeMarkup(source)}">${title ?? shortened(source)}</a>`;
    const by = `<strong>${author}</strong>${cite === undefined ? '' : ` <cite>${cite}</cite>`}`;
    return `<blockquote><p>${text}</p><footer>${by}</footer></blockquote>`;
  },
};

interface Attribution {
  author?: string | undefined;
  source?: string | undefined;
  title?: string | undefined;
}

function readAttribution(markup: string): Attribution {
  const text = markup.trim();
  const [, by, source, titled] = /^(\S.*)\s+(https?:\/\/\S+)(?:\s+(.+))?$/is.exec(text) ?? [];
  if (by !== undefined) {
    return { author: by.trim(), source, title: titled && titleCase(titled) };
  }
  const [, author, title] = /([^,]+),([^,]+)/.exec(text) ?? [];
  if (author !== undefined && title !== undefined) {
    return { author: author.trim(), title: titleCase(title) };
  }
  return text === '' ? {} : { author: text };
}

/** An address without its scheme, cut after the part that ends before the 32nd character. */
function shortened(url: string): string {
  const address = url.replace(/^https?:\/\//i, '');
  const kept: string[] = [];
  for (const part of address.split('/')) {
    if ([...kept, part].join('/').length < 32) kept.push(part);
  }
  return escapeMarkup(`${kept.join('/')}/…`);
}

/** `{% pullquote [left] %} … {" the words to pull out "} … {% endpullquote %}` */
export const pullquote: LiquidTag = {
  block: true,
  render({ markup, body }) {
    const quote = /\{"\s*(.+?)\s*"\}/s.exec(body)?.[1];
    if (quote === undefined) {
      throw new LiquidMistake('expected words to pull out, between {" and "}');
    }
    const side = /left/i.test(markup) ? 'left' : 'right';
    const text = body.trim().replace(/\{"\s*|\s*"\}/g, '');
    const element = text.includes('\n\n') ? 'div' : 'span';
    const start = `<${element} class="pullquote-${side}" data-pullquote="${escapeMarkup(quote)}"`;
    return element === 'span'
      ? `${start}>${text}</span>`
      : `${start} markdown="1">\n\n${text}\n\n</div>`;
  },
};
