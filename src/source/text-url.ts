import type { KeyProblem } from '../lib/problem.ts';
import { PermalinkError, permalinkOf, type PermalinkInput } from '../jekyll/rules/permalink.ts';

/** The URL of a text; its own permalink is passed over where it cannot be filled in. */
export function readUrl(input: PermalinkInput): { url: string; fault?: KeyProblem } {
  const { permalink, ...others } = input;
  try {
    return { url: permalinkOf(input) };
  } catch (error) {
    if (!(error instanceof PermalinkError) || permalink === undefined) throw error;
    const { message, hint } = error;
    return {
      url: permalinkOf(others),
      fault: { field: 'permalink', value: permalink, message, hint },
    };
  }
}
