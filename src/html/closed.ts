const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements without content: they have no end tag. */
const VOID = words('area base br col embed hr img input link meta param source track wbr');
/** Elements whose content is text up to their end tag. */
const TEXT = words('iframe noembed noframes script style textarea title xmp');
/** Elements that browsers close by themselves with what holds them. */
const CLOSES_ITSELF = words('colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr');
/** No end tag inside them closes anything outside. */
const SCOPE = words('caption foreignobject object svg table td template th');
/** Parts of a table, which only the table itself keeps in. */
const TABLE = words('caption colgroup table tbody td tfoot th thead tr');
const TABLE_SCOPE = words('table template');
/** Of a whole document, which a text is no part of. */
const DOCUMENT = words('body frameset head html plaintext');

/** So many tags that do not end are searched for their end; a bound on the work. */
const UNFINISHED_LIMIT = 50;

const MARKUP =
  /<!--(?:-?>|[^]*?--!?>)|<(?:!(?!--)|\?)[^>]*>|<(\/?)([a-z][^\s/>]*)((?:[^>=]|=\s*"[^"]*"|=\s*'[^']*'|=(?!\s*["']))*)>|</gi;

/** Whether a tag ends in a slash that is no part of a value: `<i/>`, unlike `<a href=/a/>`. */
const isEmpty = (attributes = ''): boolean =>
  attributes.endsWith('/') && !/=\s*[^\s"']*$/.test(attributes.slice(0, -1));

/** HTML that cannot leave its place, and the tags that would have let it. */
export interface Closed {
  html: string;
  /** Tags without their counterpart, as they were written, and where. */
  strays: { tag: string; index: number }[];
}

/**
 * Makes the HTML of a text whole, so that it neither ends what is around it nor goes on behind it: what is
 * open is closed with what holds it, end tags that close nothing are dropped, and so are the tags of a
 * whole document. `<i/>` is taken for an empty element, as its author meant it.
 */
export function closedHtml(html: string): Closed {
  const open: { name: string; tag: string; index: number }[] = [];
  const strays: Closed['strays'] = [];
  const parts: string[] = [];
  let position = 0;
  let unfinished = 0;
  const write = (from: number, to: number, text: string) => {
    parts.push(html.slice(position, from), text);
    position = to;
  };
  /** Closes what was opened behind `length` elements. */
  const closeTo = (length: number): string => {
    const ends = open
      .splice(length)
      .filter(({ name }) => !CLOSES_ITSELF.has(name))
      .map(({ name, tag, index }) => {
        strays.push({ tag, index });
        return `</${name}>`;
      });
    return ends.toReversed().join('');
  };

  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(html); match !== null; match = MARKUP.exec(html)) {
    const { 0: tag, index } = match;
    const end = index + tag.length;
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      // What is no whole tag would take in what follows.
      if (tag !== '<') continue;
      write(index, end, '&lt;');
      if (++unfinished < UNFINISHED_LIMIT) continue;
      write(end, html.length, html.slice(end).replaceAll('<', '&lt;'));
      break;
    }
    if (DOCUMENT.has(name)) {
      strays.push({ tag, index });
      write(index, end, '');
    } else if (match[1] === '/') {
      const scope = TABLE.has(name) ? TABLE_SCOPE : SCOPE;
      const at = open.findLastIndex((each) => each.name === name || scope.has(each.name));
      if (open[at]?.name === name) {
        const ends = closeTo(at + 1);
        if (ends !== '') write(index, index, ends);
        open.pop();
      } else if (!VOID.has(name)) {
        strays.push({ tag, index });
        write(index, end, '');
      }
    } else if (TEXT.has(name)) {
      const close = new RegExp(`</${name}(?=[\\s/>])[^>]*>`, 'gi');
      close.lastIndex = end;
      if (close.exec(html)) MARKUP.lastIndex = close.lastIndex;
      else {
        strays.push({ tag, index });
        write(html.length, html.length, `</${name}>`);
        MARKUP.lastIndex = html.length;
      }
    } else if (isEmpty(match[3]) && !VOID.has(name)) {
      if (!open.some((each) => each.name === 'svg' || each.name === 'math')) {
        write(end, end, `</${name}>`);
      }
    } else if (!VOID.has(name)) {
      open.push({ name, tag, index });
    }
  }
  const ends = closeTo(0);
  parts.push(html.slice(position), ends);
  return { html: parts.join(''), strays: strays.toSorted((a, b) => a.index - b.index) };
}
