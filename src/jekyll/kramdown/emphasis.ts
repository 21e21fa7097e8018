/** A run of asterisks in a text that is held in parts. */
export interface Asterisks {
  /** Index of the part that is the run. */
  part: number;
  length: number;
  /** The characters around it; empty at the ends of the text. */
  before: string;
  after: string;
}

const SPACE = /^\s?$/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * Emphasis that kramdown sees and Markdown does not, because of the punctuation beside the asterisks
 * (`**强调：**文字`, `**Note:**text`), becomes `<strong>` or `<em>`.
 */
export function markEmphasis(parts: string[], runs: readonly Asterisks[]): void {
  const open: [Asterisks[], Asterisks[]] = [[], []];
  for (const run of runs) {
    if (run.length !== 1 && run.length !== 2) continue;
    const waiting = open[run.length - 1];
    const opener = SPACE.test(run.before) ? undefined : waiting?.pop();
    if (opener === undefined) {
      if (!SPACE.test(run.after)) waiting?.push(run);
      continue;
    }
    // What was opened between the two can no longer be closed behind them.
    for (const list of open) while ((list.at(-1)?.part ?? -1) > opener.part) list.pop();
    const seen = opens(opener) && opens({ ...run, before: run.after, after: run.before });
    if (seen) continue;
    const name = run.length === 1 ? 'em' : 'strong';
    parts[opener.part] = `<${name}>`;
    parts[run.part] = `</${name}>`;
  }
}

/** Whether Markdown lets a run open emphasis ("left-flanking"); mirrored, whether it may close one. */
const opens = ({ before, after }: Asterisks): boolean =>
  !SPACE.test(after) &&
  (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
