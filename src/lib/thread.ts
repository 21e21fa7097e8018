import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Starts a module in a thread of its own, with its `workerData`. */
export function startThread<Work>(module: URL, work: Work): Worker {
  return new Worker(module, { workerData: work });
}

/**
 * The next message of a thread. Whoever asks early hears of a failure only when waiting for it.
 * @throws what the thread throws
 */
export function messageOf<Message>(thread: Worker): Promise<Message> {
  const message = once(thread, 'message').then(([message]) => message as Message);
  message.catch(() => {});
  return message;
}
