import { frame } from './players.ts';
import type { Theme } from './theme.ts';

/** An address of the post's own pictures, in Liquid. */
const inMediaFolder = (name: string) =>
  `{% assign folder = page.media_subpath | default: page.img_path %}` +
  `{% unless ${name} contains ':' %}{% assign ${name} = folder | append: '/' | append: ${name} | replace: '//', '/' %}{% endunless %}`;

/** A film or sound of the site, also in further formats: `src`, `types='ogg|mov'`, `title`. */
const media = (element: 'audio' | 'video') =>
  `{% assign src = include.src | strip %}{% assign first = src | slice: 0 %}` +
  `{% unless first == '/' %}${inMediaFolder('src')}{% endunless %}` +
  `{% assign poster = include.poster %}{% if poster %}${inMediaFolder('poster')}{% endif %}` +
  `{% assign ending = src | split: '.' | last | size %}{% assign length = src | size | minus: ending %}` +
  `{% assign stem = src | slice: 0, length %}` +
  `{% assign endings = include.types | default: '' | split: '|' %}` +
  `<figure><${element} controls{% if poster %} poster="{{ poster | escape }}"{% endif %}{% if include.loop %} loop{% endif %}{% if include.muted %} muted{% endif %}>` +
  `<source src="{{ src | escape }}">{% for each in endings %}<source src="{{ stem | escape }}{{ each | strip }}">{% endfor %}` +
  `</${element}>{% if include.title %}<figcaption>{{ include.title }}</figcaption>{% endif %}</figure>`;

/** https://chirpy.cotes.page/posts/write-a-new-post/ */
export const chirpy: Theme = {
  includes: {
    'embed/audio.html': media('audio'),
    'embed/bilibili.html': frame('bilibili'),
    'embed/spotify.html': frame('spotify'),
    'embed/twitch.html': frame(
      'twitch',
      `&amp;parent={{ site.url | split: '://' | last | split: '/' | first }}`,
    ),
    'embed/video.html': media('video'),
    'embed/youtube.html': frame('youtube'),
  },
  callouts: {
    'prompt-tip': 'tip',
    'prompt-info': 'info',
    'prompt-warning': 'warning',
    'prompt-danger': 'danger',
  },
  pictureAttributes: { w: 'width', h: 'height', lqip: null },
  codeAttributes: { file: 'title' },
  // It numbers the lines of all other code; here lines have numbers where somebody asks for them.
  classes: { nolineno: '' },
  mediaFolder: ({ media_subpath, img_path }) =>
    [media_subpath, img_path].find((folder) => typeof folder === 'string'),
};
