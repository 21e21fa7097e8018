import {
  isTruthy,
  toValueSync,
  Value,
  type Context,
  type FilterImplOptions,
  type Liquid,
} from 'liquidjs';
import { condition, filteredValue } from '../lax.ts';
import { LiquidMistake } from '../place.ts';
import { itemsOf, toText } from '../value.ts';
import { groups } from './array-filters.ts';
import type { FilterSite } from './filter.ts';

/** What LiquidJS calls a filter on. */
interface Self {
  readonly context: Context;
  readonly liquid: Liquid;
}

/** Jekyll's filters that try an expression on each item: `where_exp: "post", "post.pin == true"`. */
export function expressionFilters({ timeZone }: FilterSite): Record<string, FilterImplOptions> {
  const text = (value: unknown) => toText(value, timeZone);

  function evaluator({ context, liquid }: Self, name: unknown, markup: string) {
    const value = new Value(markup, liquid);
    return (item: unknown): unknown => {
      context.push({ [text(name)]: item });
      try {
        return toValueSync(value.value(context));
      } finally {
        context.pop();
      }
    };
  }
  function tester(self: Self, name: unknown, expression: unknown) {
    const read = condition(text(expression));
    if (read === undefined) {
      throw new LiquidMistake(`expected a condition, not "${text(expression)}"`);
    }
    const evaluate = evaluator(self, name, read.markup);
    return (item: unknown) => isTruthy(evaluate(item), self.context);
  }

  return {
    find_exp(list: unknown, name: unknown, expression: unknown) {
      const items = itemsOf(list);
      return items === undefined ? list : items.find(tester(this, name, expression));
    },
    group_by_exp(list: unknown, name: unknown, expression: unknown) {
      const items = itemsOf(list);
      const evaluate = evaluator(this, name, filteredValue(text(expression)).markup);
      return items === undefined ? list : groups(items, (item) => text(evaluate(item)));
    },
    where_exp(list: unknown, name: unknown, expression: unknown) {
      const items = itemsOf(list);
      return items === undefined ? list : items.filter(tester(this, name, expression));
    },
  };
}
