import { expect, it } from 'vitest';
import { questionsTo } from '../../../src/lib/questions.ts';

/** A thread that answers by a function of the question. */
const thread = (find: string) => {
  const answers = new URL('../../../src/lib/questions.ts', import.meta.url).href;
  const code = `import { answerQuestions } from '${answers}'; answerQuestions(${find});`;
  return questionsTo<unknown, unknown>(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
};

it('answers each question, however long others take', async () => {
  const ask = thread(
    'async (n) => { for (let i = n; i > 0; i--) await undefined; return { n, gone: undefined } }',
  );
  const questions = [900, 1, 30, 0, 2];
  expect(await Promise.all(questions.map(ask))).toEqual(questions.map((n) => ({ n })));
  expect(await ask(7)).toEqual({ n: 7 });
});

it('tells all who wait what goes wrong, and answers those who come after', async () => {
  const ask = thread(
    'async (question) => { if (!question) throw new Error("no"); return question }',
  );
  const answers = await Promise.allSettled([ask(1), ask(0), ask(2)]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(answers[1]).toMatchObject({ reason: { message: 'no' } });
  expect(await ask(3)).toBe(3);
  expect(await Promise.all([ask(4), ask(5)])).toEqual([4, 5]);
});
