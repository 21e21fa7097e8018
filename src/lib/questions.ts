import { parentPort, type Worker } from 'node:worker_threads';
import { startThread } from './thread.ts';

/** Who waits for an answer. */
interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * A thread that answers questions, however many are asked at a time. It starts with the first, and keeps no
 * process alive that waits for no answer.
 * @param module which calls `answerQuestions`
 * @returns asks; an answer is what JSON keeps of it
 */
export function questionsTo<Question, Answer>(
  module: URL,
): (question: Question) => Promise<Answer> {
  let thread: Worker | undefined;
  /** In the order in which they have asked, and are answered. */
  const waiting: Waiting<Answer>[] = [];
  /** What is asked about the same time is posted at once: a thread is woken for each message. */
  const asked: Question[] = [];
  const start = () => {
    const started = startThread(module, undefined);
    started.on('message', (answer: string) => {
      waiting.shift()?.resolve(JSON.parse(answer) as Answer);
      if (waiting.length === 0) started.unref();
    });
    started.on('error', (error) => {
      thread = undefined;
      const lost = waiting.splice(0, waiting.length - asked.length);
      for (const { reject } of lost) reject(error);
    });
    return started;
  };
  const post = () => {
    thread ??= start();
    thread.ref();
    thread.postMessage(asked.splice(0));
  };
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      if (asked.push(question) === 1) setImmediate(post);
    });
}

/**
 * Answers, in a thread, what is asked by `questionsTo`, one question after the other. What is thrown ends the
 * thread, and is told to all who wait.
 */
export function answerQuestions<Question>(find: (question: Question) => Promise<unknown>): void {
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (question: Question) =>
    parentPort?.postMessage(JSON.stringify(await find(question)));
  parentPort?.on('message', (questions: Question[]) => {
    for (const question of questions) last = last.then(() => answer(question));
  });
}
