// `npm run begin -- "Title"`: makes an empty blog of a fresh copy of Galley.
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { ContentError } from '../lib/problem.ts';
import { defineSite } from '../site/define.ts';
import { CONFIG_FILE, POSTS_FOLDER } from '../site/paths.ts';
import type { SiteConfig } from '../site/schema.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { configFile } from './import/config-file.ts';
import { drawFavicon, isManual, KEPT, putManualAway } from './manual.ts';
import { newPost } from './new-post.ts';

const USAGE = `npm run begin -- "Title of the blog" [--author NAME] [--url ADDRESS] [--lang LANGUAGE]
    puts the manual away and leaves a configuration, an icon and a first draft`;

/** RFC 2606 keeps it free. */
const ADDRESS = 'https://example.org';

await runCommand(USAGE, async () => {
  const { words, flags, values } = readArguments(
    process.argv.slice(2),
    ['help'],
    ['author', 'url', 'lang'],
  );
  if (flags.has('help')) return console.log(USAGE);
  const [title, ...others] = words;
  if (title === undefined) throw new UsageError('expected a title for the blog');
  if (others.length > 0) throw new UsageError('a title of several words stands in quotation marks');
  const config: SiteConfig = {
    url: values.url?.at(-1) ?? ADDRESS,
    title,
    author: { name: values.author?.at(-1) ?? whoIsHere() },
    lang: values.lang?.at(-1) ?? 'en',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const site = defineSite(config, {});
  if (!(await isManual())) {
    const message = 'there is a site here already; this is for a fresh copy of Galley';
    throw new ContentError([{ file: CONFIG_FILE, message }]);
  }

  await putManualAway();
  await writeFile(CONFIG_FILE, await configFile(config));
  await drawFavicon(title);
  const { name, text } = newPost('A first post', Date.now(), site.timeZone);
  await mkdir(POSTS_FOLDER, { recursive: true });
  await writeFile(`${POSTS_FOLDER}/${name}`, `${text}Say hello.\n`);
  console.log(
    [
      `${title} is yours. The manual lies in ${KEPT}/, should you miss it.`,
      '',
      `  ${CONFIG_FILE}  what you decide${config.url === ADDRESS ? ', first of all your address' : ''}`,
      `  ${POSTS_FOLDER}/${name}  a first draft`,
      '',
      '`npm run dev` shows it while you write, `npm run post -- publish a-first-post` publishes it.',
    ].join('\n'),
  );
});

/** By what git knows them, else by what they are called on this machine. */
function whoIsHere(): string {
  const { stdout } = spawnSync('git', ['config', 'user.name'], { encoding: 'utf8' });
  return stdout?.trim() || os.userInfo().username;
}
