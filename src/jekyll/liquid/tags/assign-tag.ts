import {
  Tag,
  type Context,
  type Liquid,
  type Parser,
  type TagToken,
  type TopLevelToken,
  type Value,
} from 'liquidjs';
import { LiquidMistake } from '../place.ts';
import { TemplateParser } from '../parser.ts';
import { PlacedTagToken } from '../tokens.ts';

/** `{% assign name = value | filter %}` */
export class AssignTag extends Tag {
  readonly #name: string;
  readonly #value: Value;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    if (!(token instanceof PlacedTagToken && parser instanceof TemplateParser)) {
      throw new TypeError('not a token of this parser');
    }
    const [, name, value] = /^([\w.[\]()-]+)\s*=\s*([\s\S]*)$/.exec(token.markup) ?? [];
    if (name === undefined || value === undefined) {
      throw new LiquidMistake('expected a name, `=` and a value, such as {% assign x = "y" %}');
    }
    this.#name = name;
    this.#value = parser.readValue(value, token.place);
  }

  override *render(context: Context): Generator {
    (context.bottom() as Record<string, unknown>)[this.#name] = yield this.#value.value(context);
  }
}
