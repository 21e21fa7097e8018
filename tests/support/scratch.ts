import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives all tests of a run one folder for what they write, and takes it away at the end. */
export default function setup(): () => void {
  const scratch = mkdtempSync(path.join(tmpdir(), 'galley-tests-'));
  // Where `tmpdir()` looks, on each system (https://nodejs.org/api/os.html#ostmpdir).
  Object.assign(process.env, { TMPDIR: scratch, TEMP: scratch, TMP: scratch });
  return () => rmSync(scratch, { recursive: true, force: true });
}
