import { nearest } from '../../lib/problem.ts';
import { condition } from './lax.ts';
import { withWrittenRanges } from './range.ts';
import { neverClosed, problemAt, type Report } from './place.ts';
import { PlacedTagToken, type SourceToken } from './tokens.ts';

/** Which tags there are. */
export interface TagNames {
  /** Tags that stand alone. */
  readonly single: ReadonlySet<string>;
  /** Tags that are closed by `end…`. */
  readonly blocks: ReadonlySet<string>;
  /** What any other tag is: an error, or left out with a warning. */
  readonly unknownTags: 'error' | 'drop';
}

interface Open {
  token: PlacedTagToken;
  known: boolean;
  /** `else` and its like, which go when the block goes. */
  middles: PlacedTagToken[];
}

/** The tags that divide a block, and the blocks that they may divide. */
const MIDDLES: Readonly<Record<string, readonly string[]>> = {
  else: ['if', 'unless', 'case', 'for'],
  elsif: ['if', 'unless'],
  when: ['case'],
};
/** Whether a tag divides a block: `else`, `elsif`, `when`. */
export function isMiddle(name: string): boolean {
  return Object.hasOwn(MIDDLES, name);
}

const CONDITIONAL = new Set(['if', 'unless', 'elsif']);

/**
 * Leaves the tags that LiquidJS can parse: every block closed, every name known, no comments.
 * LiquidJS would stop at the first mistake; here each is reported and taken out, its text kept.
 */
export function mend(
  tokens: readonly SourceToken[],
  names: TagNames,
  report: Report,
): SourceToken[] {
  const everyName = [...names.single, ...names.blocks, ...Object.keys(MIDDLES)];
  const closers = new Set(
    tokens.flatMap((token) => (token instanceof PlacedTagToken ? closes(token) : [])),
  );
  const dropped = new Set<SourceToken>();
  const open: Open[] = [];

  const drop = ({ token, middles }: Open): void => {
    for (const gone of [token, ...middles]) dropped.add(gone);
  };
  const unclosed = (entry: Open): void => {
    drop(entry);
    const { name, place } = entry.token;
    if (entry.known) report.error(neverClosed(place, name));
  };
  const close = (token: PlacedTagToken, base: string): void => {
    const at = open.findLastIndex((entry) => entry.token.name === base);
    if (at < 0) {
      dropped.add(token);
      if (names.blocks.has(base)) {
        report.error(problemAt(token.place, `there is no {% ${base} %} for this tag to close`));
      } else {
        unknown(token);
      }
      return;
    }
    open.splice(at + 1).forEach(unclosed);
    const entry = open.pop();
    if (entry !== undefined && !entry.known) {
      drop(entry);
      dropped.add(token);
    }
  };
  const unknown = (token: PlacedTagToken): void => {
    const near = nearest(token.name, everyName);
    report[names.unknownTags === 'error' ? 'error' : 'warn'](
      problemAt(
        token.place,
        `expected a tag of Liquid, Jekyll, Octopress or this site, not \`${token.name}\``,
        near === undefined
          ? `Define it in src/liquid/tags/${token.name}.ts, or set liquid.unknownTags to 'drop' in src/site.config.ts.`
          : `Did you mean \`${near}\`?`,
      ),
    );
  };

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!(token instanceof PlacedTagToken)) continue;
    const { name, place } = token;
    const [closed] = closes(token);
    const middleOf = isMiddle(name) ? MIDDLES[name] : undefined;
    if (CONDITIONAL.has(name)) checkCondition(token, report);
    if (name === 'comment') {
      const end = endOfComment(tokens, at);
      if (end === tokens.length) report.error(neverClosed(place, name));
      for (const hidden of tokens.slice(at, end + 1)) dropped.add(hidden);
      at = end;
    } else if (closed !== undefined) {
      close(token, closed);
    } else if (middleOf !== undefined) {
      const inside = open.at(-1);
      if (inside !== undefined && middleOf.includes(inside.token.name)) inside.middles.push(token);
      else {
        dropped.add(token);
        report.error(
          problemAt(place, `expected {% ${name} %} inside of {% ${middleOf[0]} %} only`),
        );
      }
    } else if (names.blocks.has(name)) {
      open.push({ token, known: true, middles: [] });
    } else if (!names.single.has(name)) {
      unknown(token);
      dropped.add(token);
      if (closers.has(name)) open.push({ token, known: false, middles: [] });
    }
  }
  open.forEach(unclosed);
  return tokens.filter((token) => !dropped.has(token));
}

/** The block that a tag closes. */
function closes(token: PlacedTagToken): [string] | [] {
  return token.name.startsWith('end') && token.name !== 'end' ? [token.name.slice(3)] : [];
}

/** Where the comment that begins at a token ends; comments nest. */
function endOfComment(tokens: readonly SourceToken[], begin: number): number {
  let depth = 0;
  for (let at = begin; at < tokens.length; at++) {
    const token = tokens[at];
    if (!(token instanceof PlacedTagToken)) continue;
    if (token.name === 'comment') depth++;
    else if (token.name === 'endcomment' && --depth === 0) return at;
  }
  return tokens.length;
}

function checkCondition({ name, place, markup }: PlacedTagToken, report: Report): void {
  const read = condition(markup);
  const example = `such as {% ${name} page.title == "x" %}`;
  if (read === undefined) report.error(problemAt(place, `expected a condition, ${example}`));
  else if (!read.clean) {
    report.warn(
      problemAt(
        place,
        `expected a condition, ${example}`,
        `Read as \`${withWrittenRanges(read.markup)}\`.`,
      ),
    );
  }
}
