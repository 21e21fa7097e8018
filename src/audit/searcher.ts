import { parentPort } from 'node:worker_threads';
import site from '../site.config.ts';
import { search, type Task } from './search.ts';

// A thread that searches and knows nothing of the sources.
parentPort?.on('message', (task: Task) => parentPort?.postMessage(search(site, task)));
