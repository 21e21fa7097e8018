import { XMLParser } from 'fast-xml-parser';

/** An element as the parser gives it: attributes begin with `@`. */
type Node = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) =>
    ['item', 'category', 'dc:creator', 'enclosure', 'media:content'].includes(name),
});

const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

const OF_CHANNEL = 'title link description language lastBuildDate atom:link item'.split(' ');
const OF_ITEM =
  'title link guid pubDate atom:updated author dc:creator dc:language category description content:encoded enclosure media:content'.split(
    ' ',
  );

/**
 * What a feed does otherwise than the RSS Advisory Board's profile has it.
 * https://www.rssboard.org/rss-profile
 */
export function rssFaults(xml: string): string[] {
  const faults: string[] = [];
  const check = (isRight: boolean, fault: string) => void (isRight || faults.push(fault));
  const { rss } = parser.parse(xml) as { rss: Node };
  const channel = rss['channel'] as Node;
  check(rss['@version'] === '2.0', 'version');
  known(channel, OF_CHANNEL, 'channel');
  for (const name of ['title', 'link', 'description']) {
    check(textOf(channel[name]) !== '', `a channel without ${name}`);
  }
  check(isAddress(channel['link']), 'link of the channel');
  const self = channel['atom:link'] as Node;
  check(self['@rel'] === 'self' && self['@type'] === 'application/rss+xml', 'atom:link');
  check(isAddress(self['@href']), 'address of the feed itself');
  const { lastBuildDate } = channel;
  check(lastBuildDate === undefined || DATE.test(textOf(lastBuildDate)), 'lastBuildDate');

  const ids = new Set<string>();
  for (const item of (channel['item'] ?? []) as Node[]) {
    known(item, OF_ITEM, 'item');
    const { link, guid, author, pubDate } = item;
    check(
      textOf(item['title']) !== '' || textOf(item['description']) !== '',
      'an item says nothing',
    );
    check(isAddress(link), `link ${textOf(link)}`);
    check(DATE.test(textOf(pubDate)), `pubDate ${textOf(pubDate)}`);
    const id = textOf(guid);
    check(id !== '' && !ids.has(id), `guid ${id}`);
    ids.add(id);
    const isPermaLink = (guid as Node)['@isPermaLink'];
    check(isPermaLink === 'false' || (isPermaLink === 'true' && id === link), `guid ${id}`);
    check(author === undefined || /^\S+@\S+ \(.+\)$/s.test(textOf(author)), 'author');
    const enclosures = (item['enclosure'] ?? []) as Node[];
    check(enclosures.length <= 1, 'several enclosures');
    for (const enclosure of enclosures) {
      check(isAddress(enclosure['@url']), 'url of an enclosure');
      check(/^\d+$/.test(textOf(enclosure['@length'])), 'length of an enclosure');
      check(/^[\w.+-]+\/[\w.+-]+$/.test(textOf(enclosure['@type'])), 'type of an enclosure');
    }
    for (const media of (item['media:content'] ?? []) as Node[]) {
      check(isAddress(media['@url']), 'url of a medium');
    }
  }
  return faults;

  function known(node: Node, names: readonly string[], what: string): void {
    for (const name of Object.keys(node)) {
      check(
        name.startsWith('@') || name === '#text' || names.includes(name),
        `${what} with ${name}`,
      );
    }
  }
}

const isAddress = (value: unknown): boolean => /^https?:\/\/[^\s<>"\\^`{|}]+$/.test(textOf(value));

function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return textOf((value as Node)['#text']);
  return value === undefined ? '' : String(value);
}
