import {
  Tag,
  toValueSync,
  Value,
  type Context,
  type Emitter,
  type Parser,
  type Template,
} from 'liquidjs';
import type { Liquid, TagToken, TopLevelToken } from 'liquidjs';
import { filteredValue } from './lax.ts';
import { parse, type Language } from './parser.ts';
import type { Place } from './place.ts';
import { runOf, warnAt } from './liquid-run.ts';
import { PlacedTagToken } from './tokens.ts';

/**
 * A tag. The owner's own are the default exports of `src/liquid/tags/NAME.ts`:
 *
 *     export default { render: ({ markup }) => `<div data-gallery="${markup}"></div>` } satisfies LiquidTag;
 */
export interface LiquidTag {
  /** Whether `{% endNAME %}` closes it. */
  readonly block?: boolean;
  /**
   * The Markdown or HTML that stands in the tag's place.
   * @throws LiquidMistake, or any error, for a tag that is written wrong
   */
  render(call: TagCall): string;
}

/** One use of a tag. */
export interface TagCall {
  /** What stands after the tag's name, as it was written. */
  readonly markup: string;
  /** What stands between the tag and its end, rendered; empty unless the tag is a block. */
  readonly body: string;
  /** Where the tag stands. */
  readonly place: Place;
  /** What follows on the last line of the block, or of the tag. */
  readonly tail: string;
  /** The value of an expression: `page.title`, `"text"`, `page.date | date: "%Y"`. */
  evaluate(expression: string): unknown;
  /** The outputs and tags in a text rendered: `{{ page.kind }}.html`. */
  interpolate(text: string): string;
  /** Tells of something that may be wrong. */
  warn(message: string, hint?: string): void;
  /** Renders parsed templates here, with further variables. */
  run(templates: Template[], variables?: Record<string, unknown>): string;
  /** LiquidJS's context. */
  readonly context: Context;
}

/** The class that LiquidJS wants for a tag. */
export function tagClass(tag: LiquidTag, language: Language) {
  return class extends Tag {
    readonly #place: Place;
    readonly #markup: string;
    readonly #templates: Template[] = [];
    #tail: string;

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, rest, liquid);
      if (!(token instanceof PlacedTagToken)) throw new TypeError('not a token of this parser');
      this.#place = token.place;
      this.#markup = token.markup;
      this.#tail = token.place.tail;
      if (tag.block !== true) return;
      for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
        if (next instanceof PlacedTagToken && next.name === `end${token.name}`) {
          this.#tail = next.place.tail;
          return;
        }
        this.#templates.push(parser.parseToken(next, rest));
      }
    }

    override render(context: Context, emitter: Emitter): void {
      const { liquid } = this;
      const run: TagCall['run'] = (templates, variables) => {
        if (variables !== undefined) context.push(variables);
        try {
          return String(toValueSync(liquid.renderer.renderTemplates(templates, context)));
        } finally {
          if (variables !== undefined) context.pop();
        }
      };
      emitter.write(
        tag.render({
          markup: this.#markup,
          body: run(this.#templates),
          place: this.#place,
          tail: this.#tail,
          evaluate: (expression) =>
            toValueSync(new Value(filteredValue(expression).markup, liquid).value(context)),
          interpolate: (text) => {
            if (!text.includes('{')) return text;
            const { file, line } = this.#place;
            return run(parse({ text, file, line }, language, runOf(context).report));
          },
          warn: (message, hint) => warnAt(context, this.#place, message, hint),
          run,
          context,
        }),
      );
    }
  };
}
