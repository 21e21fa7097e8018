import { TagToken, Token, TokenKind, defaultOptions } from 'liquidjs';
import type { Problem } from '../../lib/problem.ts';
import { HtmlDepth } from './html-depth.ts';
import { condition } from './lax.ts';
import { neverClosed, problemAt, type Place, type Report } from './place.ts';

/** A template as it was written. */
export interface Source {
  readonly text: string;
  /** Path relative to the project's root, for the reports. */
  readonly file: string;
  /** The line of the file that the text begins at. */
  readonly line: number;
}

/** Text between tags and outputs. */
export class TextToken extends Token {
  readonly text: string;

  constructor(text: string) {
    super(TokenKind.HTML, text, 0, text.length);
    this.text = text;
  }
}

/** `{{ … }}` */
export class OutputToken extends Token {
  readonly place: Place;
  /** What stands between the braces. */
  readonly markup: string;

  constructor(place: Place, markup: string) {
    super(TokenKind.Output, place.text, 0, place.text.length, place.file);
    this.place = place;
    this.markup = markup;
  }

  override getPosition(): number[] {
    return [this.place.line, 1];
  }
}

/** `{% name … %}` */
export class PlacedTagToken extends TagToken {
  readonly place: Place;
  /** What stands after the tag's name, as it was written. */
  readonly markup: string;

  constructor(place: Place, name: string, markup: string) {
    const input = `{% ${name} ${argumentsFor(name, markup)} %}`;
    super(input, 0, input.length, defaultOptions, place.file);
    this.place = place;
    this.markup = markup;
  }

  override getPosition(): number[] {
    return [this.place.line, 1];
  }
}

export type SourceToken = TextToken | OutputToken | PlacedTagToken;

/** A tag's arguments in the words of LiquidJS, which is stricter than Ruby's Liquid. */
function argumentsFor(name: string, markup: string): string {
  if (name === 'else' || name.startsWith('end')) return '';
  if (name === 'if' || name === 'elsif' || name === 'unless') {
    return condition(markup)?.markup ?? 'nil';
  }
  return markup.replaceAll('\\', '\\\\');
}

const ENDRAW = /\{%-?\s*endraw\s*(-?)%\}/g;

/**
 * Cuts a template into text, outputs and tags where Ruby's Liquid cuts it (liquid 4.0,
 * `TemplateParser` and `BlockBody`): a tag ends at the first `%}` and an output at the first `}`,
 * whatever quotes say. `{% raw %}` becomes text here. Every mistake is reported and skipped.
 */
export function scan(
  { text: source, file, line: firstLine }: Source,
  report: Report,
): SourceToken[] {
  const tokens: SourceToken[] = [];
  const depth = new HtmlDepth();
  const opening = /\{[{%]/g;
  const nextBrace = finder(source, '}');
  const nextTagEnd = finder(source, '%}');
  const nextNewline = finder(source, '\n');
  let textFrom = 0;
  let trimStart = false;
  let counted = 0;
  let line = firstLine;

  const placeOf = (begin: number, end: number): Place => {
    for (let at = source.indexOf('\n', counted); at >= 0 && at < begin;) {
      line++;
      counted = at + 1;
      at = source.indexOf('\n', counted);
    }
    return {
      file,
      line,
      text: source.slice(begin, end),
      lead: source.slice(counted, begin),
      tail: source.slice(end, nextNewline(end)),
      insideHtml: depth.inside,
    };
  };
  const addText = (end: number, trimEnd: boolean): void => {
    let text = source.slice(textFrom, end);
    depth.read(text);
    if (trimStart) text = text.trimStart();
    if (trimEnd) text = text.trimEnd();
    trimStart = false;
    if (text !== '') tokens.push(new TextToken(text));
  };

  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    const begin = match.index;
    const isTag = match[0] === '{%';
    const closing = isTag ? nextTagEnd(begin + 2) : nextBrace(begin + 2);
    const closed = closing < source.length && (isTag || source[closing + 1] === '}');
    if (!closed) {
      const place = placeOf(begin, Math.min(nextNewline(begin), source.length));
      report.error(unclosed(place, isTag));
      continue;
    }
    const end = closing + 2;
    const inner = source.slice(begin + 2, closing);
    addText(begin, inner.startsWith('-'));
    const place = placeOf(begin, end);
    textFrom = opening.lastIndex = end;
    trimStart = inner.endsWith('-');
    const content = inner.replace(/^-/, '').replace(/-$/, '').trim();
    if (!isTag) {
      tokens.push(new OutputToken(place, content));
      continue;
    }
    const [, name, markup = ''] = /^(\w+)\s*([\s\S]*)$/.exec(content) ?? [];
    if (name === undefined) {
      report.error(problemAt(place, 'expected the name of a tag after `{%`'));
    } else if (name === 'raw') {
      ENDRAW.lastIndex = end;
      const endraw = ENDRAW.exec(source);
      if (endraw === null) {
        report.error(neverClosed(place, name, RAW_HINT));
        continue;
      }
      const text = source.slice(end, endraw.index);
      depth.read(text);
      if (text !== '') tokens.push(new TextToken(text));
      textFrom = opening.lastIndex = ENDRAW.lastIndex;
      trimStart = endraw[1] === '-';
    } else {
      tokens.push(new PlacedTagToken(place, name, markup));
    }
  }
  addText(source.length, false);
  return tokens;
}

const RAW_HINT = 'Liquid reads tags in code spans and code blocks too.';

function unclosed(place: Place, isTag: boolean): Problem {
  const [kind, open, close] = isTag ? ['tag', '{%', '%}'] : ['output', '{{', '}}'];
  return problemAt(
    place,
    `this ${kind} is never closed: expected \`${close}\``,
    `To show \`${open}\` itself, put {% raw %} … {% endraw %} around it.`,
  );
}

/** Finds the next place of a word at or after a position, or the text's end; fast for rising positions. */
function finder(source: string, word: string): (from: number) => number {
  let found = -1;
  let searched = 0;
  return (from) => {
    if (from < searched || (found < from && found < source.length)) {
      const at = source.indexOf(word, from);
      found = at < 0 ? source.length : at;
      searched = from;
    }
    return found;
  };
}
