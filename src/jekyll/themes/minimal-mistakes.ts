import { isMapping } from '../rules/yaml.ts';
import { frame, players } from './players.ts';
import type { Theme } from './theme.ts';

const inline = (value: string) =>
  `{{ ${value} | markdownify | remove: '<p>' | remove: '</p>' | strip | replace: newline, ' ' }}`;

const NEWLINE = `{% capture newline %}\n{% endcapture %}`;

const figure =
  NEWLINE +
  `<figure{% if include.class %} class="{{ include.class | escape }}"{% endif %}>` +
  `{% if include.popup %}<a href="{{ include.image_path | relative_url | escape }}">{% endif %}` +
  `<img src="{{ include.image_path | relative_url | escape }}" alt="{{ include.alt | escape_once }}">` +
  `{% if include.popup %}</a>{% endif %}` +
  `{% if include.caption %}<figcaption>${inline('include.caption')}</figcaption>{% endif %}</figure>`;

const gallery =
  NEWLINE +
  `{% assign pictures = page[include.id] | default: page.gallery %}` +
  `{% assign size = pictures | size %}{% assign columns = '' %}` +
  `{% if size == 2 %}{% assign columns = 'half' %}{% elsif size > 2 %}{% assign columns = 'third' %}{% endif %}` +
  `{% if include.layout %}{% assign columns = include.layout %}{% endif %}` +
  `<figure class="{{ columns | append: ' ' | append: include.class | strip | escape }}">` +
  `{% for each in pictures %}{% if each.url %}<a href="{{ each.url | relative_url | escape }}"{% if each.title %} title="{{ each.title | escape }}"{% endif %}>{% endif %}` +
  `<img src="{{ each.image_path | default: each.url | relative_url | escape }}" alt="{{ each.alt | escape }}">{% if each.url %}</a>{% endif %}{% endfor %}` +
  `{% if include.caption %}<figcaption>${inline('include.caption')}</figcaption>{% endif %}</figure>`;

/** Beside or below one another: a picture, a title, a few words, a link. */
const features =
  NEWLINE +
  `{% assign features = page[include.id] | default: page.feature_row %}` +
  `<div class="features{% if include.type == 'left' or include.type == 'right' %} beside{% endif %}">{% for each in features %}<div>` +
  `{% if each.image_path %}<figure><img src="{{ each.image_path | relative_url | escape }}" alt="{{ each.alt | escape }}">` +
  `{% if each.image_caption %}<figcaption>${inline('each.image_caption')}</figcaption>{% endif %}</figure>{% endif %}` +
  `<div>{% if each.title %}<h2>{{ each.title }}</h2>{% endif %}{% if each.excerpt %}<p>${inline('each.excerpt')}</p>{% endif %}` +
  `{% if each.url %}<p><a class="button" href="{{ each.url | relative_url | escape }}">{{ each.btn_label | default: each.title }}</a></p>{% endif %}</div>` +
  `</div>{% endfor %}</div>`;

const entry =
  `<div class="entry"><h2><a href="{{ post.url | relative_url | escape }}">{{ post.title }}</a></h2>` +
  `{% if post.excerpt %}<p>{{ post.excerpt | strip_html | strip_newlines | truncate: 160 }}</p>{% endif %}</div>`;

const films = (['youtube', 'vimeo', 'google-drive', 'bilibili'] as const).map(
  (player) => `{% when '${player}' %}${frame(player)}`,
);

/** https://mmistakes.github.io/minimal-mistakes/docs/helpers/ and …/docs/utility-classes/ */
export const minimalMistakes: Theme = {
  includes: {
    'archive-single.html': `\n\n${entry}\n\n`,
    base_path: `{% assign base_path = site.url | append: site.baseurl %}`,
    'documents-collection.html':
      `{% assign entries = site[include.collection] %}` +
      `{% if include.sort_by %}{% assign entries = entries | sort: include.sort_by %}{% endif %}` +
      `{% if include.sort_order == 'reverse' %}{% assign entries = entries | reverse %}{% endif %}` +
      `{% for post in entries %}\n\n${entry}\n\n{% endfor %}`,
    feature_row: features,
    figure,
    gallery,
    toc: `\n\n* toc\n{:toc}\n\n`,
    video: `{% case include.provider %}${films.join('')}{% endcase %}`,
  },
  classes: {
    notice: 'callout callout-note',
    'notice--primary': 'callout callout-important',
    'notice--info': 'callout callout-info',
    'notice--warning': 'callout callout-warning',
    'notice--danger': 'callout callout-danger',
    'notice--success': 'callout callout-tip',
    'align-left': 'left',
    'align-right': 'right',
    'align-center': 'center',
    full: 'wide',
    half: 'pictures two',
    third: 'pictures three',
    btn: 'button',
  },
  cover({ header }) {
    if (!isMapping(header)) return undefined;
    const text = (key: string) => (typeof header[key] === 'string' ? header[key] : undefined);
    const path = ['image', 'overlay_image', 'teaser', 'og_image']
      .map(text)
      .find((path) => path?.trim());
    return path === undefined
      ? undefined
      : { path, alt: text('image_description'), caption: text('caption') };
  },
  film({ header }) {
    const video = isMapping(header) && isMapping(header['video']) ? header['video'] : {};
    const { id, provider } = video;
    if (typeof provider !== 'string' || !Object.hasOwn(players, provider)) return undefined;
    if (typeof id !== 'string' && typeof id !== 'number') return undefined;
    return players[provider as keyof typeof players].replace('ID', String(id));
  },
};
