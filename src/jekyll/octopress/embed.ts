import { escapeMarkup } from '../../html/escape.ts';
import { LiquidMistake } from '../liquid/place.ts';
import type { LiquidTag } from '../liquid/tag.ts';

// Nothing here asks another server for anything before the reader does.

/** `{% gist 1027674 [file.rb] %}`, `{% gist user/1027674 %}` */
export const gist: LiquidTag = {
  render(call) {
    const [first = '', file] = words(call.markup);
    const id = first.includes('.') ? call.evaluate(first) : first;
    if (typeof id !== 'string' || !/^(?:[\w-]+\/)?[\da-f]+$/i.test(id)) {
      throw new LiquidMistake('expected the number of a gist, such as {% gist 1027674 %}');
    }
    const anchor =
      file === undefined ? '' : `#file-${file.toLowerCase().replace(/[^a-z0-9_]+/g, '-')}`;
    return link(`https://gist.github.com/${id}${anchor}`, file ?? `gist ${id}`);
  },
};

/** `{% youtube dQw4w9WgXcQ [width] [height] %}`, or the video's address, or a variable. */
export const youtube: LiquidTag = {
  render(call) {
    const [first = ''] = words(call.interpolate(call.markup));
    const known = idOf(first);
    const id = known ?? idOf(String(call.evaluate(first)));
    if (id === undefined) {
      throw new LiquidMistake('expected the id of a video, such as {% youtube dQw4w9WgXcQ %}');
    }
    return link(`https://www.youtube.com/watch?v=${id}`, 'Video on YouTube');
  },
};

/** `{% video /a.mp4 [/a.webm] [width height] [/poster.png] %}` */
export const video: LiquidTag = {
  render({ markup }) {
    const addresses = markup.match(/(?:https?:\/\/|\/)\S+/gi) ?? [];
    const videos = addresses.filter((address) => /\.(?:webm|ogv|mp4)/i.test(address));
    const poster = addresses.find((address) => /^\/[^/].*\.(?:png|gif|jpe?g)/i.test(address));
    if (videos.length === 0) {
      throw new LiquidMistake(
        'expected the address of a video, such as {% video /a.mp4 640 360 %}',
      );
    }
    const [width, height] = Array.from(markup.matchAll(/\s(\d+%?)(?=\s|$)/g), ([, size]) => size);
    const attributes = Object.entries({ width, height, poster }).flatMap(([name, value]) =>
      value === undefined ? [] : ` ${name}="${escapeMarkup(value)}"`,
    );
    const sources = videos.map((address) => `<source src="${escapeMarkup(address)}">`);
    return `<video controls preload="none"${attributes.join('')}>${sources.join('')}</video>`;
  },
};

/** `{% jsfiddle ccWP7 [tabs [skin [height [width]]]] %}`: a frame, which waits for the reader. */
export const jsfiddle: LiquidTag = {
  render({ markup }) {
    const [fiddle = '', tabs, skin] = words(markup);
    if (!/^[\w-]+(?:\/[\w-]+)*$/.test(fiddle)) {
      throw new LiquidMistake('expected the name of a fiddle, such as {% jsfiddle ccWP7 %}');
    }
    const shown = [tabs, skin].map((word) => (word === 'default' ? undefined : word));
    const [parts = 'js,resources,html,css,result', colours = 'light'] = shown;
    const src = `https://jsfiddle.net/${fiddle}/embedded/${parts}/${colours}/`;
    return `<figure class="embed"><iframe src="${escapeMarkup(src)}"></iframe></figure>`;
  },
};

/** The words of a tag's arguments, without quotes. */
function words(markup: string): string[] {
  return markup.replace(/["']/g, '').split(/\s+/).filter(Boolean);
}

/** The id in a YouTube address, or the id itself. */
function idOf(text: string): string | undefined {
  const pattern = /(?:v=|youtu\.be\/|\/embed\/|\/v\/|\/shorts\/|^)([\w-]{11})(?:$|[?&#])/;
  return pattern.exec(text)?.[1];
}

function link(url: string, text: string): string {
  return `<figure class="embed"><a href="${escapeMarkup(url)}">${escapeMarkup(text)}</a></figure>`;
}
