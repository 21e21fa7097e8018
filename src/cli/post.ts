// `npm run post -- new "Title"`, `… list`: what an author does with posts.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError, formatProblem, nearest } from '../problem.ts';
import { toISO, zonedParts } from '../post/date.ts';
import { newestFirst } from '../post/order.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { readPosts } from './content.ts';
import { newPost } from './new-post.ts';

const USAGE = `npm run post -- new "Title"    begins a draft in ${POSTS_FOLDER}/
npm run post -- list          lists posts with their status, newest first`;

await runCommand(USAGE, async () => {
  const { words, flags } = readArguments(process.argv.slice(2), ['help']);
  const [command, ...rest] = words;
  if (flags.has('help') || command === 'help') console.log(USAGE);
  else if (command === 'new') await create(rest.join(' ').trim());
  else if (command === 'list') await list(rest);
  else throw new UsageError(unknown(command));
});

function unknown(command: string | undefined): string {
  if (command === undefined) return 'expected a command';
  const meant = nearest(command, ['new', 'list', 'help']);
  return `there is no command ${command}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

async function create(title: string): Promise<void> {
  if (title === '') throw new UsageError('expected a title for the new post');
  const { default: site } = await import('../site.config.ts');
  const { name, text } = newPost(title, Date.now(), site.timeZone);
  const file = path.join(POSTS_FOLDER, name);
  await mkdir(POSTS_FOLDER, { recursive: true });
  // `wx` fails rather than overwrite what somebody wrote.
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? new ContentError([{ file, message: 'there is already such a post; choose another title' }])
      : error;
  });
  console.log(`${file}\nIt is a draft: take out \`published: false\` when it may be read.`);
}

async function list(rest: readonly string[]): Promise<void> {
  if (rest.length > 0) throw new UsageError(`list takes nothing else, but got ${rest.join(' ')}`);
  const { default: site } = await import('../site.config.ts');
  const { posts, problems } = await readPosts();
  const rows = posts.toSorted(newestFirst);
  for (const { path, verdict, date } of rows) {
    const { offset } = zonedParts(date.time, site.timeZone);
    const [day] = toISO({ time: date.time, offset }).split('T');
    console.log(`${verdict.status.padEnd(9)}  ${day}  ${path}`);
  }
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) process.exitCode = 1;
}
