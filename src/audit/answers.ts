import { createHash } from 'node:crypto';
import { Records } from '../store/records.ts';

/** What was found out, by all that it was found in: who asks the same again is told the same. */
export class Answers {
  readonly #records: Records<unknown> | undefined;
  readonly #code: string;
  readonly #asked = new Set<string>();

  /**
   * @param code a digest of all that answers depend on beside the questions
   * @param file absolute path of where they are kept; none where nobody asks again
   */
  constructor(code: string, file: string | undefined) {
    this.#code = code;
    this.#records = file === undefined ? undefined : new Records(file);
  }

  /**
   * @param question all that the answer depends on
   * @param find finds it, as something that can be handed to another thread
   */
  to<Answer>(question: readonly string[], find: () => Answer): Answer {
    if (!this.#records) return find();
    const hash = createHash('sha1').update(this.#code);
    for (const part of question) hash.update(`\0${part.length} `).update(part);
    const digest = hash.digest('base64url');
    this.#asked.add(digest);
    const known = this.#records.get(digest) as Answer | undefined;
    if (known !== undefined) return known;
    const answer = find();
    this.#records.set(digest, answer);
    return answer;
  }

  /** Keeps the answers to all that has been asked. */
  save(): void {
    this.#records?.save(this.#asked);
  }
}
