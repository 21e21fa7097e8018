// Liquid 4.0 has a strict grammar and a lax one, which Jekyll falls back to with a warning and which
// skips what does not fit. Both are rewritten here into what LiquidJS parses.

import { rangeMarkup } from './range.ts';

/** An expression for LiquidJS. */
export interface Rewritten {
  readonly markup: string;
  /** Whether the strict grammar can read all of it. */
  readonly clean: boolean;
}

/** A value of the strict grammar: `page.title`, `"a b"`, `7`, `(1..3)`, `site.data["x y"]`. */
const STRICT = String.raw`"[^"]*"|'[^']*'|\([^()]*\.\.[^()]*\)|-?\d+(?:\.\d+)?(?![\w.])|[a-zA-Z_][\w-]*\??(?:\s*\.\s*[a-zA-Z_][\w-]*\??|\s*\[(?:[^[\]]|\[[^\]]*\])*\])*`;
/** A value of the lax grammar: anything without spaces, commas and bars outside of quotes. */
const LAX = String.raw`(?:[^\s,|'"]|"[^"]*"|'[^']*')+`;

const VALUE = new RegExp(String.raw`(?:${STRICT})(?=\s*(?:\||$))|${LAX}`);
const FILTER = new RegExp(String.raw`(?:\s+|${LAX}|,)+`, 'g');
const ARGUMENT = new RegExp(
  String.raw`[:,]\s*(?:(\w+)\s*:\s*)?((?:${STRICT})(?=\s*(?:,|$))|${LAX})`,
  'g',
);
const TIDY_FILTERS = new RegExp(
  String.raw`^\s*(?:\|\s*\w+\s*(?::\s*${LAX}(?:\s+${LAX})?\s*(?:,\s*${LAX}(?:\s+${LAX})?\s*)*)?)*$`,
);
const TIDY_COMPARISON = new RegExp(
  String.raw`^\s*(${STRICT})\s*(?:(==|!=|<>|<=|>=|<|>|contains)\s*(${STRICT}))?\s*$`,
);
const COMPARISON = new RegExp(String.raw`^\s*(${LAX})\s*([=!<>a-z_]+)?\s*(${LAX})?`);
const OPERATORS = new Set(['==', '!=', '<>', '<', '>', '<=', '>=', 'contains']);
const JUNCTION = /("[^"]*"|'[^']*')|\b(and|or)\b/g;

/** A value with filters: `page.date | date: "%Y"`. An empty one is nil. */
export function filteredValue(markup: string): Rewritten {
  const text = markup.trim();
  const name = VALUE.exec(text);
  if (name === null) return { markup: 'nil', clean: text === '' };
  const initial = operand(name[0], true);
  const rest = text.slice(name.index + name[0].length);
  const filters = [];
  const bar = rest.indexOf('|');
  if (bar >= 0) {
    for (const [part] of rest.slice(bar + 1).matchAll(FILTER)) {
      const filter = /\w+/.exec(part)?.[0];
      if (filter === undefined) continue;
      const args = Array.from(
        part.slice(part.indexOf(filter) + filter.length).matchAll(ARGUMENT),
        ([, key, value = '']) =>
          `${key === undefined ? '' : `${key}: `}${operand(value, true).markup}`,
      );
      filters.push(` | ${filter}${args.length > 0 ? `: ${args.join(', ')}` : ''}`);
    }
  }
  return {
    markup: initial.markup + filters.join(''),
    clean: initial.clean && name.index === 0 && TIDY_FILTERS.test(rest),
  };
}

/** What stands after `if`: comparisons joined by `and` and `or`. Undefined when it can't be read. */
export function condition(markup: string): Rewritten | undefined {
  let clean = true;
  const parts: string[] = [];
  let from = 0;
  const add = (until: number): boolean => {
    const text = markup.slice(from, until);
    const tidy = TIDY_COMPARISON.exec(text);
    const match = tidy ?? COMPARISON.exec(text);
    if (match === null) return false;
    const [, left = '', operator, right] = match;
    const leftSide = operand(left, false);
    clean &&= tidy !== null && leftSide.clean;
    if (operator === undefined || right === undefined) {
      parts.push(leftSide.markup);
      return true;
    }
    if (!OPERATORS.has(operator)) return false;
    const rightSide = operand(right, false);
    clean &&= rightSide.clean;
    parts.push(`${leftSide.markup} ${operator === '<>' ? '!=' : operator} ${rightSide.markup}`);
    return true;
  };
  for (const match of markup.matchAll(JUNCTION)) {
    if (match[2] === undefined || !standsAlone(markup, match.index, match[0].length)) continue;
    if (!add(match.index)) return undefined;
    parts.push(match[2]);
    from = match.index + match[0].length;
  }
  if (!add(markup.length)) return undefined;
  return { markup: parts.join(' '), clean };
}

function standsAlone(markup: string, at: number, length: number): boolean {
  return /\s/.test(markup[at - 1] ?? '') && /\s/.test(markup[at + length] ?? '');
}

/**
 * One value as LiquidJS writes it. `keepDecimals` turns 7.0 into a text, so that it keeps its point
 * as Ruby's floats do; the math filters read it.
 */
function operand(fragment: string, keepDecimals: boolean): Rewritten {
  if (/^(?:"[^"]*"|'[^']*')$/.test(fragment)) {
    return { markup: fragment.replaceAll('\\', '\\\\'), clean: true };
  }
  if (/^-?\d+$/.test(fragment)) return { markup: fragment, clean: true };
  if (/^-?\d+\.\d+$/.test(fragment)) {
    return { markup: keepDecimals ? `"${fragment}"` : fragment, clean: true };
  }
  const range = /^\(\s*(\S+?)\s*\.\.\s*(\S+?)\s*\)$/.exec(fragment);
  if (range !== null) {
    const [low, high] = [operand(range[1] ?? '', false), operand(range[2] ?? '', false)];
    return { markup: rangeMarkup(low.markup, high.markup), clean: low.clean && high.clean };
  }
  return variable(fragment);
}

/** `a.b["c"]`: the words and brackets of a fragment; whatever else it holds is skipped. */
function variable(fragment: string): Rewritten {
  let markup = '';
  for (const [step] of fragment.matchAll(/\[(?:[^[\]]|\[[^\]]*\])+\]|[\w-]+\??/g)) {
    if (step.startsWith('[')) markup += `[${operand(step.slice(1, -1).trim(), false).markup}]`;
    else markup += markup === '' ? step : `.${step}`;
  }
  const clean = /^(?:[\w-]+\??|\[.+\])(?:\s*\.\s*[\w-]+\??|\s*\[.+\])*$/s.test(fragment);
  return { markup: markup === '' ? 'nil' : markup, clean };
}
