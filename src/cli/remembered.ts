import { keep, recall } from '../lib/memory.ts';
import type { Problem } from '../lib/problem.ts';
import { WORK_FOLDER } from '../site/paths.ts';
import { projectStamp } from '../source/project-stamp.ts';

/** What a check of content found. */
export interface Findings {
  /** How many posts there are. */
  count: number;
  /** What stops a build. */
  problems: Problem[];
  /** What does not. */
  warnings: Problem[];
  /** The moment from which it may be another, because a date has passed: milliseconds since 1970. */
  until: number;
}

const FILE = `${WORK_FOLDER}/check.json`;

/**
 * What a check found the last time, as long as no file of the project has been touched since and no date has
 * passed; else what it finds now.
 */
export async function remembered(
  root: string,
  now: number,
  find: () => Promise<Findings>,
): Promise<Findings> {
  const { SITE_URL, SITE_BASE } = process.env;
  const key = JSON.stringify([projectStamp(root), SITE_URL, SITE_BASE]);
  const last = recall<Findings>(root, FILE, key, now);
  if (last) return last;
  const findings = await find();
  keep(root, FILE, key, { from: now, until: findings.until }, findings);
  return findings;
}
