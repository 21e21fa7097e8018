import type { KeyProblem } from '../../lib/problem.ts';

/** A tag of YAML that nobody knows here, and the key below which it stands. */
export interface UnknownTag {
  tag: string;
  /** Dotted where nested. */
  field: string;
}

/** Keys whose value decides whether a post is published. */
const DECIDING = /^(?:published|draft|unlisted|date)(?:\.|$)/;

/** Unknown tags are passed over, but where one may change what is published. */
export function judgeTags(tags: readonly UnknownTag[]): {
  problems: KeyProblem[];
  warnings: KeyProblem[];
} {
  const told = (tag: UnknownTag, message: string) => ({
    field: tag.field,
    value: tag.tag,
    message,
  });
  const decides = ({ field }: UnknownTag) => DECIDING.test(field);
  return {
    problems: tags
      .filter(decides)
      .map((tag) => told(tag, 'is a tag that YAML does not know, on a value that decides')),
    warnings: tags
      .filter((tag) => !decides(tag))
      .map((tag) => told(tag, 'is a tag that YAML does not know; the value is read without it')),
  };
}
