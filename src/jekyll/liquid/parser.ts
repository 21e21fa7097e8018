import {
  Parser,
  Value,
  toValueSync,
  type Context,
  type Emitter,
  type Liquid,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { nearest } from '../../lib/problem.ts';
import { filteredValue } from './lax.ts';
import { withWrittenRanges } from './range.ts';
import { problemAt, type Place, type Report } from './place.ts';
import { explain, reportThrown } from './liquid-run.ts';
import { OutputToken, PlacedTagToken, TextToken, scan, type Source } from './tokens.ts';
import { useOf, useOfLoop, warnOfUndefined, type Use } from './undefined.ts';
import { isMiddle, mend, type TagNames } from './structure.ts';

/** What a template may say, and how its values are written. */
export interface Language {
  readonly liquid: Liquid;
  readonly names: TagNames;
  text(value: unknown): string;
}

/** Parses a template as Jekyll's Liquid does; reports every mistake instead of stopping at one. */
export function parse(source: Source, language: Language, report: Report): Template[] {
  const tokens = scan(source, report);
  const parser = new TemplateParser(language, report);
  return parser.parseTokens(mend(tokens, language.names, report) as unknown as TopLevelToken[]);
}

type Node = ReturnType<Parser['parseToken']>;

/** LiquidJS's parser for the tokens of `scan`. */
export class TemplateParser extends Parser {
  readonly #language: Language;
  readonly #report: Report;

  constructor(language: Language, report: Report) {
    super(language.liquid);
    this.#language = language;
    this.#report = report;
  }

  override parseToken(token: TopLevelToken, rest: TopLevelToken[]): Node {
    return this.#node(token, rest) as Node;
  }

  /** A value with its filters, as it stands in an output or after `assign … =`. */
  readValue(markup: string, place: Place): Value {
    const { liquid } = this.#language;
    const read = filteredValue(markup);
    if (!read.clean) {
      const shown = read.markup === 'nil' ? 'nothing' : `\`${withWrittenRanges(read.markup)}\``;
      this.#report.warn(
        problemAt(place, 'expected a value and its filters', `Read as ${shown}, as in Jekyll.`),
      );
    }
    const value = new Value(read.markup, liquid);
    for (const { name } of value.filters) {
      if (name in liquid.filters) continue;
      const near = nearest(name, Object.keys(liquid.filters));
      this.#report.warn(
        problemAt(
          place,
          `expected a filter of Liquid or Jekyll, not \`${name}\`; it changes nothing`,
          near === undefined ? undefined : `Did you mean \`${near}\`?`,
        ),
      );
    }
    return value;
  }

  #node(token: unknown, rest: TopLevelToken[]): Template {
    if (token instanceof TextToken) return textNode(token);
    if (token instanceof OutputToken) {
      return guard(this.#outputNode(token), token.place, useOf(token.markup));
    }
    if (!(token instanceof PlacedTagToken)) throw new TypeError('not a token of this parser');
    try {
      const node = muteBlank(super.parseToken(token, rest));
      const use = LOOPS.has(token.name) ? useOfLoop(token.markup) : undefined;
      return guard(node, token.place, use);
    } catch (error) {
      const { message, hint } = explain(error);
      this.#report.error(problemAt(token.place, message, hint));
      if (this.#language.names.blocks.has(token.name)) this.#skipBlock(token.name, rest);
      return textNode(new TextToken(''));
    }
  }

  #outputNode(token: OutputToken): Template {
    const value = this.readValue(token.markup, token.place);
    const { text } = this.#language;
    return {
      token,
      *render(context: Context, emitter: Emitter) {
        emitter.write(text(yield value.value(context)));
      },
    };
  }

  /** Reads on to the end of a block that can't be used, for the mistakes inside of it. */
  #skipBlock(name: string, rest: TopLevelToken[]): void {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      const tag = next instanceof PlacedTagToken ? next.name : '';
      if (tag === `end${name}`) return;
      if (!isMiddle(tag)) this.#node(next, rest);
    }
  }
}

/** Nodes that write nothing but white space; blocks of nothing else write nothing at all. */
const blank = new WeakSet<Template>();
const SILENT = new Set(['assign', 'capture']);
const LOOPS = new Set(['for', 'tablerow']);
const MUTABLE = new Set(['if', 'unless', 'case', 'for']);

function textNode(token: TextToken): Template {
  const node: Template = {
    token,
    render(_context: Context, emitter: Emitter) {
      emitter.write(token.text);
    },
  };
  if (token.text.trim() === '') blank.add(node);
  return node;
}

/** Liquid 4.0: a block of white space, assignments and other such blocks writes nothing. */
function muteBlank(node: Template): Template {
  const { name } = node.token as PlacedTagToken;
  if (SILENT.has(name)) blank.add(node);
  if (!MUTABLE.has(name)) return node;
  const children = toValueSync(node.children?.(false, true)) as Template[] | undefined;
  if (children?.every((child) => blank.has(child)) !== true) return node;
  blank.add(node);
  const render = node.render.bind(node);
  node.render = (context) => render(context, NOWHERE);
  return node;
}

const NOWHERE: Emitter = { buffer: '', write: () => undefined };

/** A node that tells what it reads and nobody defines, reports what it throws and lets the rest go on. */
function guard(node: Template, place: Place, use: Use | undefined): Template {
  const render = node.render.bind(node);
  node.render = function* (context: Context, emitter: Emitter): Generator {
    try {
      if (use !== undefined) warnOfUndefined(context, place, use);
      return yield render(context, emitter);
    } catch (error) {
      reportThrown(context, place, error);
      return '';
    }
  };
  return node;
}
