import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endOf, picture, post, Project, type Files } from './project.ts';

// Whatever was built before, and whatever became of its memory, a build gives what a clean one gives.
// `GALLEY_STEPS=300` takes so many steps, `GALLEY_SEED` other ones, `GALLEY_POSTS=2000` in a larger blog.
const STEPS = Number(process.env['GALLEY_STEPS'] ?? 2);
const POSTS = Number(process.env['GALLEY_POSTS'] ?? 8);
const CHANGES_A_STEP = 4;
let state = Number(process.env['GALLEY_SEED'] ?? 7);

/** A number from 0 to below `limit` that looks random and is the same in each run (a linear congruential generator). */
function random(limit: number): number {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return Math.floor((state / 4_294_967_296) * limit);
}
const pick = <Value>(values: readonly Value[]): Value => values[random(values.length)] as Value;

interface Source {
  title: string;
  extension: 'md' | 'mdx' | 'html';
  keys: Record<string, string>;
  text: string;
}

const TAGS = ['tea', 'coffee', 'Water', 'ale & wine', 'rum'];
/** The last has languages in it that others have alone. */
const CODE = ['js\nconst a = 1;', 'yaml\ntitle: "A"', 'markdown\n---\ntitle: "A"\n---'].map(
  (code) => `\n\n\`\`\`${code}\n\`\`\`\n`,
);
const CONFIG = 'src/site.config.ts';
const posts = new Map<string, Source>();
const files: Files = {};
let environment: NodeJS.ProcessEnv = {};
let count = 0;

function addPost(extension: Source['extension'] = pick(['md', 'md', 'md', 'html', 'mdx'])): void {
  count += 1;
  const name = `2026-0${1 + random(5)}-1${random(9)}-post-${count}`;
  posts.set(name, {
    title: `Post number ${count}`,
    extension,
    keys: { tags: `[${pick(TAGS)}, ${pick(TAGS)}]` },
    text: `Text ${count} with [a link](/archives/).${extension === 'md' ? pick(CODE) : ''}`,
  });
}

function sourcesOf(): Files {
  const sources = [...posts].map(([name, { title, extension, keys, text }]) => {
    const lines = Object.entries({ title, ...keys }).map(([key, value]) => `${key}: ${value}`);
    return [post(`${name}.${extension}`), `---\n${lines.join('\n')}\n---\n\n${text}\n`];
  });
  return { ...files, ...Object.fromEntries(sources) };
}

const anyPost = () => pick([...posts.values()]);
const setKey = (key: string, value: string) => () => void (anyPost().keys[key] = value);

let warm: Project;
let clean: Project;

/** What an author, an owner, a host or an accident may do between two builds. */
const changes: (() => void | Promise<void>)[] = [
  () => void (anyPost().text += `\n\nOne more sentence, number ${random(1000)}.`),
  () => void (anyPost().title = `Another title ${random(1000)}`),
  () => addPost(),
  () => addPost('md'),
  () => void posts.delete(pick([...posts.keys()])),
  () => {
    const [name, source] = pick([...posts]);
    posts.delete(name);
    posts.set(`${name}-renamed`, source);
  },
  setKey('published', 'false'),
  setKey('published', 'true'),
  setKey('draft', 'true'),
  setKey('tags', `[${pick(TAGS)}]`),
  setKey('categories', '[Notes]'),
  setKey('series', 'A series'),
  setKey('pin', 'true'),
  setKey('unlisted', 'true'),
  () => void (anyPost().keys['redirect_from'] = `/old-${++count}/`),
  setKey('date', '2026-06-02 12:00:00 +0000'),
  setKey('image', '/cover.png'),
  async () => {
    files[post('cup.png')] = await picture(60, 40, random(256));
    anyPost().text += '\n\n![A cup](./cup.png)\n';
  },
  async () => void (files['public/cover.png'] = await picture(90, 50, random(256))),
  () => {
    files['src/content/pages/about.md'] = `---\ntitle: About ${random(100)}\n---\nWho.\n`;
  },
  () => void delete files['src/content/pages/about.md'],
  () => edit(CONFIG, /paginate: \d+/, `paginate: ${2 + random(4)}`),
  () => edit(CONFIG, /title: '[^']*'/, `title: 'Site ${random(100)}'`),
  () => edit('src/components/page/Colophon.astro', /<p>[^<]*/, `<p>Number ${random(100)} of `),
  () => void (environment = { BUILD_TIME: `2026-06-0${1 + random(4)}T12:00:00Z` }),
  // Accidents.
  () => warm.write({ '.galley/site.json': '{"products":[["/post' }),
  () => warm.write({ '.galley/site/index.html': 'damaged' }),
  () => warm.write({ 'dist/index.html': 'written over' }),
  () => warm.write({ 'dist/left/behind.html': 'by somebody' }),
  () => warm.write({ '.galley/cache/texts/posts': 'damaged' }),
  () => warm.write({ '.galley/audit': '{}' }),
  () => rmSync(path.join(warm.root, 'dist'), { recursive: true, force: true }),
  () => rmSync(path.join(warm.root, '.galley/site'), { recursive: true, force: true }),
  async () => {
    warm.write(sourcesOf());
    const build = warm.start([], environment);
    const timer = setTimeout(() => build.kill('SIGKILL'), random(6000));
    await endOf(build);
    clearTimeout(timer);
  },
];

function edit(file: string, from: RegExp, to: string): void {
  for (const project of [warm, clean]) {
    const text = project.text(file);
    expect(text).toMatch(from);
    project.write({ [file]: text.replace(from, to) });
  }
}

/** Brings a project to where the sources are. What is right already is not touched. */
function write(project: Project): void {
  const wanted: Files = {
    'src/content/pages/.keep': '',
    'src/content/posts/.keep': '',
    ...sourcesOf(),
  };
  for (const folder of ['src/content/posts', 'src/content/pages', 'public']) {
    for (const [name, bytes] of project.files(folder)) {
      const file = `${folder}/${name}`;
      if (file in wanted && bytes.equals(Buffer.from(wanted[file] ?? ''))) delete wanted[file];
      else rmSync(path.join(project.root, file));
    }
  }
  project.write(wanted);
}

async function hashesOf(project: Project): Promise<Record<string, string>> {
  write(project);
  const { succeeded, log } = await project.build([], environment);
  if (!succeeded) throw new Error(log);
  return project.hashes();
}

beforeAll(() => {
  warm = new Project({});
  clean = new Project({});
  for (let i = 0; i < POSTS; i++) addPost();
});
afterAll(() => {
  warm.remove();
  clean.remove();
});

it(
  'a build after others gives the same bytes as a clean one',
  async () => {
    edit(CONFIG, /defineSite\(\{/, "defineSite({ paginate: 3, hosting: ['netlify', 'nginx'],");
    await hashesOf(warm);
    for (let step = 0; step < STEPS; step++) {
      const done: string[] = [];
      for (let i = 0; i < CHANGES_A_STEP; i++) {
        const change = pick(changes);
        done.push(change.toString());
        await change();
        if (posts.size === 0) addPost();
      }
      const after = await hashesOf(warm);
      expect(await hashesOf(warm), 'once more').toEqual(after);
      clean.clean();
      expect(after, `step ${step}: ${done.join('\n')}`).toEqual(await hashesOf(clean));
    }
    expect(existsSync(path.join(warm.root, '.galley/site.json'))).toBe(true);
  },
  STEPS * 240_000 + POSTS * 60_000,
);

const pagesMade = (log: string) => Number(/(\d+) pages made/.exec(log)?.[1]);

it('a build after another makes only what has changed', async () => {
  addPost('md');
  [...posts.values()].at(-1)!.keys['unlisted'] = 'true';
  await hashesOf(warm);
  warm.write({ 'note.txt': 'changes nothing that anybody sees' });
  const { log } = await warm.build([], environment);
  const { log: forced } = await warm.build(['--force'], environment);
  expect(pagesMade(log)).toBeLessThan(pagesMade(forced) / 2);
});

it('a build ends at once where nobody has touched anything since the last one', async () => {
  posts.clear();
  addPost('md');
  addPost('md');
  const [first, second] = [...posts.values()];
  first!.text += ' ![A cup](./no-cup.png)';
  second!.keys['date'] = '2026-06-02 12:00:00 +0000';
  environment = { BUILD_TIME: '2026-06-03T12:00:00Z' };
  await hashesOf(warm);
  const at = async (BUILD_TIME: string) => (await warm.build([], { BUILD_TIME })).log;
  expect(pagesMade(await at('2026-06-01T12:00:00Z'))).toBeGreaterThan(0);
  const before = warm.hashes();

  const log = await at('2026-06-02T11:59:59Z');
  expect(log).toContain('nothing has been touched');
  expect(log).toContain('no-cup.png');
  expect(log).not.toContain('pages made');
  expect(warm.hashes()).toEqual(before);

  expect(pagesMade(await at('2026-06-02T12:00:00Z')), 'a post appears').toBeGreaterThan(0);
  expect(pagesMade(await at('2026-06-01T12:00:00Z')), 'an earlier time').toBeGreaterThan(0);
  warm.write({ 'dist/index.html': 'written over' });
  expect(pagesMade(await at('2026-06-01T12:00:00Z')), 'another site').toBeGreaterThan(0);
  expect(warm.hashes()).toEqual(before);
});

it('a picture that has become another is shown as it is now, although its text is the same', async () => {
  posts.clear();
  addPost('md');
  anyPost().text += '\n\n![A cup](./cup.png)\n';
  files[post('cup.png')] = await picture(60, 40);
  await hashesOf(warm);
  files[post('cup.png')] = await picture(80, 30);
  const after = await hashesOf(warm);
  clean.clean();
  expect(after).toEqual(await hashesOf(clean));
});

it('the original of a picture is not published when the page that shows it is not made again', async () => {
  posts.clear();
  addPost('md');
  anyPost().text += '\n\n![A cup](./cup.png)\n';
  files[post('cup.png')] = await picture(60, 40);
  const before = await hashesOf(warm);
  warm.write({ 'note.txt': 'another one' });
  expect(await hashesOf(warm)).toEqual(before);
});

it('what an owner’s code imports from elsewhere in the project is shown as it is now', async () => {
  posts.clear();
  addPost('md');
  files['src/content/pages/about.md'] = '---\ntitle: About\n---\nWho. {% tide %}\n';
  const own = {
    'src/custom/Footer.astro':
      "---\nimport { tide } from '../../data/tides.json';\n---\n<slot /><p>High tide: {tide}</p>\n",
    'src/custom/styles.css': "@import '../../data/sea.css';\n",
    'src/custom/markdown.ts': `import { mark } from '../../data/mark.ts';
export const mdastPlugins = [{ name: 'mark', text: ({ value }) => ({ type: 'text', value: value.replace('Who', mark) }) }];
`,
    'src/liquid/tags/tide.ts': `import { level } from '../../../data/level.ts';
export default { render: () => level };
`,
  };
  const [noon, dusk] = ['noon', 'dusk'].map((time) => ({
    'data/tides.json': `{"tide":"at ${time}"}`,
    'data/sea.css': `.sea { --time: "in ${time}" }`,
    'data/mark.ts': `export const mark = 'Whoever of ${time}';`,
    'data/level.ts': `export const level: string = 'as low as ${time}';`,
  }));
  const shows = (said: string) => [...warm.files('dist')].some(([, bytes]) => bytes.includes(said));
  warm.write({ ...own, ...noon });
  await hashesOf(warm);
  expect((await warm.build([], environment)).log).toContain('nothing has been touched');
  for (const [file, text] of Object.entries(dusk ?? {})) {
    const [said = ''] = /(?:at|in|of|low as) dusk/.exec(text) ?? [];
    const before = said.replace('dusk', 'noon');
    expect([file, shows(before), shows(said)]).toEqual([file, true, false]);
    warm.write({ [file]: text });
    await hashesOf(warm);
    expect([file, shows(before), shows(said)]).toEqual([file, false, true]);
  }
  for (const file of Object.keys(own)) rmSync(path.join(warm.root, file));
});
