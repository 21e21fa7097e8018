/**
 * Kramdown syntax that Markdown has no words for travels through the Markdown parser in HTML
 * comments: the text pass (`kramdown.ts`) writes annotations and the plugins (`plugins.ts`) act on
 * them. A comment is the one construct that is legal between blocks and inside a paragraph, ends a
 * paragraph, never opens a container, and leaves no trace when nobody acts on it.
 *
 * | kind      | stands for                                      | its text                 |
 * |-----------|-------------------------------------------------|--------------------------|
 * | `above`   | attributes of the block before it               | the attribute list       |
 * | `below`   | attributes of the block after it                | the attribute list       |
 * | `span`    | attributes of the span before it                | the attribute list       |
 * | `item`    | attributes of the list item that it opens       | the attribute list       |
 * | `name`    | a named attribute list (ALD)                    | the definition           |
 * | `abbr`    | an abbreviation                                 | the definition           |
 * | `html`    | HTML that must pass as it is                    | the HTML                 |
 * | `element` | the HTML element that its paragraph really is   | the start tag            |
 * | `options` | options of the text (see `options.ts`)            | what they mean, as JSON  |
 * | `end`     | an end-of-block marker (`^`)                    | the marker               |
 */
export type AnnotationKind =
  'above' | 'below' | 'span' | 'item' | 'name' | 'abbr' | 'html' | 'element' | 'options' | 'end';

/** One annotation: its kind, and the text that the author wrote. */
export interface Annotation {
  kind: AnnotationKind;
  text: string;
}

/**
 * A character that nobody writes (it is for private use), so that no text is taken for an annotation. By itself it
 * makes text of what it stands before, and goes with the annotations that nobody acted on.
 */
export const MARK = '\uE00B';
const PREFIX = `${MARK}kramdown:`;
const ANNOTATION = /<!--\uE00Bkramdown:([a-z]+):([^>-]*)-->/g;
/** An annotation that the parser took for text: in the info of a fence, behind an open bracket. */
const SHOWN =
  /(?:<|&lt;|&#x3C;)!?[-–—]{0,2}\uE00Bkramdown:[a-z]+:[^>–—-]*?[-–—]{0,2}(?:>|&gt;|&#x3E;)/g;

/** The comment that carries `text`, on one line and without any character that could end it. */
export function annotate(kind: AnnotationKind, text: string): string {
  const safe = text.replace(
    /[%\n\r>|-]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `<!--${PREFIX}${kind}:${safe}-->`;
}

/** The annotation that `html` is, or `undefined` when it is any other HTML. */
export function readAnnotation(html: string): Annotation | undefined {
  const all = findAnnotations(html);
  return all.length === 1 && html.trim().length === all[0]?.length ? all[0] : undefined;
}

/** All annotations in `source`, in order. */
export function findAnnotations(source: string): (Annotation & { length: number })[] {
  if (!hasAnnotation(source)) return [];
  return Array.from(source.matchAll(ANNOTATION), ([whole, kind, text]) => ({
    kind: kind as AnnotationKind,
    text: decode(text ?? ''),
    length: whole.length,
  }));
}

/** `source` with each annotation as the author wrote it: what code needs, which is to stay as it is. */
export function withoutAnnotations(source: string): string {
  return source.replace(ANNOTATION, (_, _kind, text: string) => decode(text));
}

/** HTML without what is left of annotations that nobody could act on. */
export function withoutShownAnnotations(html: string): string {
  return html.includes(MARK) ? html.replace(SHOWN, '').replaceAll(MARK, '') : html;
}

/** Whether `source` carries any annotation. */
export const hasAnnotation = (source: string): boolean => source.includes(`<!--${PREFIX}`);

const decode = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
