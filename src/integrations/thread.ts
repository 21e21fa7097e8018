import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a thread of its own.
 * @param work what the module finds as its `workerData`
 * @returns the message that it sends
 * @throws what it throws
 */
export function inThread<Work, Result>(module: URL, work: Work): Promise<Result> {
  const worker = new Worker(module, { workerData: work });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
