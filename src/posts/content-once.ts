const remembered = new Set<Map<unknown, unknown>>();

// In a build the store no longer changes; the dev server tells when it has become another.
import.meta.hot?.on('astro:content-changed', () => {
  for (const answers of remembered) answers.clear();
});

/**
 * A function that finds the answer to each question in the content store once, until that changes. Every page asks
 * the same, and reading the store takes the longer the more posts there are.
 */
export function contentOnce<Answer, Question = void>(
  find: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  const answers = new Map<Question, Promise<Answer>>();
  remembered.add(answers);
  return (question) => {
    const answer = answers.get(question) ?? find(question);
    answers.set(question, answer);
    return answer;
  };
}
