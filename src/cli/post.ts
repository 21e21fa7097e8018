// `npm run post -- new "Title"`, `publish`, `unpublish`, `rename`, `list`: what an author does with posts.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError, formatProblem, nearest } from '../lib/problem.ts';
import { inZone, parsePostDate, toISO } from '../jekyll/rules/date.ts';
import { newestFirst } from '../source/order.ts';
import type { PostSource } from '../source/read-post.ts';
import { isPublic } from '../source/status.ts';
import { buildTime } from '../site/environment.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import { readArguments, runCommand, UsageError, type Arguments } from './arguments.ts';
import { readPosts } from './check-content.ts';
import { findPost } from './find-post.ts';
import { dateLine, newPost } from './new-post.ts';
import { carryOut, planRenaming } from './rename-post.ts';
import { replaceFile } from './replace-file.ts';
import { changedLines, confirm, fileOf, publish, unpublish } from './publication.ts';

const USAGE = `npm run post -- new "Title" [--tag TAG] [--category CATEGORY]
    begins a draft in ${POSTS_FOLDER}/; tags and categories may be more than one
npm run post -- publish POST [--at "2026-12-24 18:00"] [--dry-run]
    dates a post now, or then, and takes out what holds it back
npm run post -- unpublish POST [--dry-run]
    makes a draft of it again
npm run post -- rename POST NEW [--dry-run]
    gives a post another name, with what bears its name and what leads to it; the old address leads on
npm run post -- list [--drafts] [--json]
    lists posts with their status, newest first; --drafts: those that nobody may read yet

POST is a file, a slug or an address. --dry-run says what would change, and changes nothing.`;

/** The commands, and the flags and options that each takes. */
const COMMANDS = {
  new: { run: create, flags: [], options: ['tag', 'category'] },
  publish: { run: publishPost, flags: ['dry-run'], options: ['at'] },
  unpublish: { run: unpublishPost, flags: ['dry-run'], options: [] },
  rename: { run: renamePost, flags: ['dry-run'], options: [] },
  list: { run: list, flags: ['drafts', 'json'], options: [] },
} as const;

type Given = Arguments<'drafts' | 'json' | 'dry-run' | 'help', 'tag' | 'category' | 'at'>;

await runCommand(USAGE, async () => {
  const [name, ...rest] = process.argv.slice(2);
  if (name === 'help' || name === '--help') return console.log(USAGE);
  const command = Object.entries(COMMANDS).find(([key]) => key === name)?.[1];
  if (!command) throw new UsageError(unknown(name));
  const given = readArguments(rest, [...command.flags, 'help'], command.options);
  if (given.flags.has('help')) console.log(USAGE);
  else await command.run(given);
});

function unknown(command: string | undefined): string {
  if (command === undefined) return 'expected a command';
  const meant = nearest(command, [...Object.keys(COMMANDS), 'help']);
  return `there is no command ${command}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

async function create({ words, values }: Given): Promise<void> {
  const title = words.join(' ').trim();
  if (title === '') throw new UsageError('expected a title for the new post');
  const { default: site } = await import('../site.config.ts');
  const { tag: tags = [], category: categories = [] } = values;
  const { name, text } = newPost(title, Date.now(), site.timeZone, { tags, categories });
  const file = path.join(POSTS_FOLDER, name);
  await mkdir(POSTS_FOLDER, { recursive: true });
  // `wx` fails rather than overwrite what somebody wrote.
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? new ContentError([{ file, message: 'there is already such a post; choose another title' }])
      : error;
  });
  console.log(`${file}\nIt is a draft: \`npm run post -- publish\` lets it be read.`);
}

async function publishPost(given: Given): Promise<void> {
  const { default: site } = await import('../site.config.ts');
  const [written, ...others] = given.values.at ?? [];
  if (others.length > 0) throw new UsageError('expected one --at');
  const at = written === undefined ? { time: buildTime() } : parsePostDate(written, site.timeZone);
  if (!at)
    throw new UsageError(`--at expects a date, such as "2026-12-24 18:00", and not ${written}`);
  await change(
    given,
    (post, bytes) => publish(post, bytes, dateLine(at.time, site.timeZone)),
    ({ verdict: { status } }) =>
      isPublic(status) || (at.time > buildTime() && status === 'scheduled'),
  );
}

async function unpublishPost(given: Given): Promise<void> {
  await change(given, unpublish, ({ verdict: { status } }) => status === 'draft');
}

/** Changes the file of a post, once the gate has said that the change does what it shall. */
async function change(
  { words, flags }: Given,
  edit: (post: PostSource, bytes: Buffer) => Buffer,
  isExpected: (post: PostSource) => boolean,
): Promise<void> {
  const [wanted, ...others] = words;
  if (wanted === undefined) throw new UsageError('expected a post');
  if (others.length > 0) throw new UsageError(`expected one post, and not ${words.join(', ')}`);
  const { posts } = await readPosts();
  const post = findPost(posts, wanted);
  const file = fileOf(post);
  const before = await readFile(file);
  const bytes = edit(post, before);
  const { posts: after, problems } = await readPosts(new Map([[post.path, bytes]]));
  const changed = after.find(({ path }) => path === post.path);
  if (!changed) throw new ContentError(problems.filter((problem) => problem.file === file));
  confirm(changed, isExpected);
  if (!flags.has('dry-run')) await replaceFile(file, bytes);
  console.log([file, ...changedLines(before, bytes).map((line) => `  ${line}`)].join('\n'));
  const { status } = changed.verdict;
  const what = status === 'draft' ? 'a draft' : status;
  console.log(`It is ${what}${flags.has('dry-run') ? ' then' : ''}.`);
}

async function renamePost({ words, flags }: Given): Promise<void> {
  const [wanted, name, ...others] = words;
  if (wanted === undefined || name === undefined || others.length > 0) {
    throw new UsageError(`expected a post and its new name, and not ${words.length} words`);
  }
  const { default: site } = await import('../site.config.ts');
  const renaming = planRenaming(process.cwd(), site, buildTime(), wanted, name);
  if (!flags.has('dry-run')) await carryOut(process.cwd(), renaming);
  for (const [file, { before, after }] of renaming.edits) {
    console.log([file, ...changedLines(before, after).map((line) => `  ${line}`)].join('\n'));
  }
  for (const [from, to] of renaming.moves) console.log(`${from}\n  → ${to}`);
  const [from, to] = renaming.urls;
  const kept = `It keeps its address ${to}, which its \`permalink\` gives it.`;
  const old = renaming.redirects ? `${from} leads there` : `nobody may know ${from} yet`;
  console.log(from === to ? kept : `Its address is ${to}; ${old}.`);
  if (flags.has('dry-run')) console.log('Nothing has been changed.');
}

async function list({ words, flags }: Given): Promise<void> {
  if (words.length > 0) throw new UsageError(`list takes nothing else, but got ${words.join(' ')}`);
  const { default: site } = await import('../site.config.ts');
  const { posts, problems } = await readPosts();
  const shown = posts
    .filter(({ verdict }) => !flags.has('drafts') || !isPublic(verdict.status))
    .toSorted(newestFirst);
  const rows = shown.map(({ path, title, url, verdict: { status, reason }, date }) => {
    const shownDate = toISO(inZone(date.time, site.timeZone));
    return { status, date: shownDate, path, title, url, reason };
  });
  if (flags.has('json')) console.log(JSON.stringify(rows, null, 2));
  else {
    for (const { status, date, path } of rows) {
      console.log(`${status.padEnd(9)}  ${date.slice(0, 10)}  ${path}`);
    }
  }
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) process.exitCode = 1;
}
