/** A function that finds the answer to each question once, and remembers it. */
export function once<Answer, Question = string>(
  find: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<Question, Answer>();
  return (question) => {
    if (!known.has(question)) known.set(question, find(question));
    return known.get(question) as Answer;
  };
}
