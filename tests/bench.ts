// `npm run bench -- [POSTS] [--profile]`: how long builds take. Prints wall seconds of a cold build, of one
// with no change, of one with a single edited post, a new one and one taken back, on a copy of this project
// with generated posts; with `--profile` also where each spends them, and its memory.
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject } from './support/project.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'boolean' } },
});
const count = Number(positionals[0] ?? 1000);
const PROFILE = new URL('bench-profile.ts', import.meta.url).href;
const project = path.resolve('.galley/bench');
const posts = path.join(project, 'src/content/posts');

/** Numbers that look random and are the same in each run (a linear congruential generator). */
let state = 1;
const random = (limit: number): number => {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return Math.floor((state / 4_294_967_296) * limit);
};
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const SYLLABLES = 'ka lo mi nu re sa te vo win dar pel mon tis gra'.split(' ');
const VOCABULARY = times(3000, () =>
  times(1 + random(3), () => SYLLABLES[random(SYLLABLES.length)]).join(''),
);
const word = () => VOCABULARY[random(VOCABULARY.length)] ?? '';
const sentence = () => `${times(6 + random(14), word).join(' ')}.`;
const paragraph = () => times(3 + random(4), sentence).join(' ');
const section = () => [
  `## ${word()} ${word()}`,
  paragraph(),
  '```js\nconst a = (b) => b * 2;\n```',
  paragraph(),
];

/** A post of about 800 words, with code, tags and a category; one in twenty is unpublished. */
function post(i: number): { name: string; text: string } {
  const day = new Date(Date.UTC(2006, 0, 1 + random(7000))).toISOString().slice(0, 10);
  const frontMatter = [
    `title: ${word()} ${word()} ${i}`,
    `date: ${day} 12:00:00 +0000`,
    `categories: category-${random(20)}`,
    `tags: [${[...new Set(times(1 + random(4), () => `tag-${random(200)}`))].join(', ')}]`,
    ...(random(20) === 0 ? ['published: false'] : []),
  ];
  return {
    name: `${day}-post-${i}.md`,
    text: `---\n${frontMatter.join('\n')}\n---\n\n${times(4, section).flat().join('\n\n')}\n`,
  };
}

function build(label: string): void {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('astro', ['build'], {
    cwd: project,
    encoding: 'utf8',
    env: values.profile ? { ...process.env, NODE_OPTIONS: `--import=${PROFILE}` } : process.env,
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}\n${stderr}`);
  console.log(`${label.padEnd(10)} ${((performance.now() - start) / 1000).toFixed(2)} s`);
  if (values.profile) {
    console.log(/^ {2}until[^]*?^ {2}peak.*/m.exec(stderr)?.[0]);
    console.log(`  ${/\d+ files, [\d.]+ MB/.exec(stdout)?.[0]}\n`);
  }
}

rmSync(project, { recursive: true, force: true });
copyProject(project);
const names = times(count, (i) => {
  const { name, text } = post(i);
  writeFileSync(path.join(posts, name), text);
  return name;
});

console.log(`${count} posts`);
build('cold');
build('unchanged');
const edited = path.join(posts, names[0] ?? '');
appendFileSync(edited, '\nOne more sentence.\n');
build('one edit');
const { name, text } = post(count);
writeFileSync(path.join(posts, name), text.replace('published: false\n', ''));
build('one new');
writeFileSync(edited, readFileSync(edited, 'utf8').replace('---\n', '---\npublished: false\n'));
build('one back');
