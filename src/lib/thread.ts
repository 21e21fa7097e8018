import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Starts a module in a thread of its own, with its `workerData`. */
export function startThread<Work>(module: URL, work: Work): Worker {
  return new Worker(module, { workerData: work, env: { ...process.env, ...compileCache() } });
}

/**
 * Node would have each thread translate all its modules again, longer than many have to do, even where the
 * thread that starts it takes them from a cache. https://nodejs.org/api/module.html#module-compile-cache
 */
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  // The version of Node has a folder of its own in it.
  const folder = getCompileCacheDir?.();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: path.dirname(folder) };
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
