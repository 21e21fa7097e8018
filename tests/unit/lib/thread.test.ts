import { mkdtempSync } from 'node:fs';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { messageOf, startThread } from '../../../src/lib/thread.ts';

const TELL = `import { parentPort, workerData } from 'node:worker_threads';
import { getCompileCacheDir } from 'node:module';
parentPort.postMessage([workerData, getCompileCacheDir()]);`;

it('a thread has its work, and takes modules from where the one that starts it does', async () => {
  enableCompileCache(mkdtempSync(path.join(tmpdir(), 'modules-')));
  const module = new URL(`data:text/javascript,${encodeURIComponent(TELL)}`);
  expect(await messageOf(startThread(module, 'work'))).toEqual(['work', getCompileCacheDir()]);
  expect(getCompileCacheDir()).toBeDefined();
});
