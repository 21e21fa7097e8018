import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Project } from './project.ts';

const FIXTURES = path.resolve('tests/fixtures/themes');

/** What a small site in the manner of a theme shows on its pages, and what of it is held back. */
const SITES: Record<string, { shows: Record<string, (string | RegExp)[]>; withheld: string[] }> = {
  chirpy: {
    shows: {
      'posts/reading-the-water/index.html': [
        /class="cover"><picture>\s*<img[^>]*src="\/assets\/water\/cover\.png" alt="A low sun over the bay"/,
        ...['tip', 'info', 'warning', 'danger'].map(
          (kind) => `callout callout-${kind} prompt-${kind}`,
        ),
        '<figure><img src="/assets/water/ruler.png" alt="The ruler" width="320" height="180" class="shadow"',
        '<figcaption>The ruler, nailed to the third pile</figcaption>',
        /<img src="\/assets\/water\/jetty\.png"[^>]*class="left w-50"/,
        /<img src="\/assets\/water\/chart-day\.png"[^>]*class="light rounded-10"/,
        /<img src="\/assets\/water\/chart-night\.png"[^>]*class="dark rounded-10"/,
        '<figcaption>lib/mean.rb</figcaption>',
        '<math',
        'src="https://www.youtube-nocookie.com/embed/ebbandflow1"',
        'poster="/assets/water/jetty.png"',
        '<source src="/assets/water/waves.mp4">',
        '<source src="/sounds/gulls.mp3">',
        /Ida Strand[^]*Ole Nes/,
      ],
      'posts/a-new-ruler/index.html': ['https://ida.example/', '/assets/ruler-new.png'],
    },
    withheld: ['cover', 'day', 'night', 'poster']
      .map((name) => `assets/cove/cove-${name}.png`)
      .concat('assets/cove/cove.mp4'),
  },
  'minimal-mistakes': {
    shows: {
      'bread/a-starter-from-nothing/index.html': [
        '/assets/images/field.png',
        'Picture: <a href="https://mill.example/">the field</a> in <em>August</em>',
        '<a href="#day-by-day"',
        ...['note', 'info', 'warning', 'tip', 'danger', 'important'].map(
          (kind) => ` callout callout-${kind}`,
        ),
        /class="align-left left"/,
        /class="align-center center"/,
        /<figure class="third pictures three"><a href="\/assets\/images\/day-1-large\.png" title="The first day"><img src="\/assets\/images\/day-1\.png"/,
        'Three days, <em>seven</em> apart.',
        'The oven at <strong>five</strong>.',
        '<figure class="half pictures two">',
        /class="features">[^]*<h2>Rye<\/h2><p>Sour, dark, <em>patient<\/em>\.<\/p>/,
        'class="btn button btn--primary btn--large"',
        'src="https://www.youtube-nocookie.com/embed/sourdough-1"',
        'Piet Meel',
      ],
      'bread/a-film/index.html': [
        /<div class="cover"><iframe[^>]*src="https:\/\/www\.youtube-nocookie\.com\/embed\/ovenfilm001"/,
      ],
      'index.html': ['Flour, water and seven days.', '/assets/images/oven.png'],
    },
    withheld: ['overlay', 'teaser', 'gallery', 'figure'].map(
      (name) => `assets/images/withheld-${name}.png`,
    ),
  },
  'beautiful-jekyll': {
    shows: {
      '2022-06-21-midsummer/index.html': [
        'A night without an evening',
        '/assets/img/road.png',
        '<figcaption>North of Oulu</figcaption>',
        ...['info', 'warning', 'danger', 'tip'].map((kind) => ` callout callout-${kind}`),
        'class="mx-auto center d-block"',
        '<math',
      ],
      'aboutme/index.html': ['I ride, and then I write.'],
    },
    withheld: ['cover', 'thumbnail', 'share'].map((name) => `assets/img/race-${name}.png`),
  },
  minima: {
    shows: {
      'notes/update/2021/02/03/welcome.html': [
        'class="astro-code numbered"',
        '<a href="/assets/door.png">here</a>',
        /<img src="\/assets\/door\.png"/,
      ],
      'about/index.html': ['<a href="https://github.com/plainwords">plainwords</a>'],
    },
    withheld: ['assets/unsaid.png', 'assets/unsaid-too.png'],
  },
  octopress: {
    shows: {
      'blog/2013/05/06/inking/index.html': [
        /<img class="left" src="\/images\/roller\.png" width="320" height="180" title="The roller" alt="A roller with ink"/,
        'data-pullquote="a roller should hiss and never smack"',
        /<span>Counting sheets<\/span> <a href="https:\/\/sheets\.example\/sheets\.rb">the whole file/,
        /--first-line: 50/,
        /class="line marked"/,
        '<span>Drying</span> <a href="https://sheets.example/dry.js">dry.js</a>',
        '<span>A proof (proof.rb)</span> <a href="/downloads/code/proof.rb">download</a>',
        'src="https://jsfiddle.net/ccWP7/embedded/js,html,result/light/"',
        'poster="/images/poster.png"',
        'https://gist.github.com/1027674',
      ],
      'about/index.html': ['A press, a room, a cat.'],
    },
    withheld: ['images/uncut.png', 'images/uncut-poster.png', 'films/uncut.mp4'],
  },
};

describe.each(Object.entries(SITES))('a site in the manner of %s', (name, { shows, withheld }) => {
  const project = new Project({});
  afterAll(() => project.remove());

  it('is imported, built and whole, and what is not published stays at home', async () => {
    const fixture = path.join(FIXTURES, name);
    cpSync('.nvmrc', path.join(project.root, '.nvmrc'));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, args, { cwd: project.root, encoding: 'utf8' });
    const imported = run('src/cli/import.ts', fixture, '--replace');
    expect(imported.status, imported.stdout + imported.stderr).toBe(0);
    const { succeeded, log } = await project.build();
    expect(succeeded, log).toBe(true);
    expect(log).not.toContain('expected a file beside the text or in public/');

    for (const [file, wanted] of Object.entries(shows)) {
      const html = project.text(`dist/${file}`);
      for (const each of wanted) expect(html).toMatch(each);
    }
    for (const file of withheld) {
      expect(existsSync(path.join(project.root, 'public', file)), `${file} was imported`).toBe(
        true,
      );
      expect(existsSync(path.join(project.root, 'dist', file)), `${file} in dist/`).toBe(false);
    }
    const verified = run('src/cli/verify.ts', path.join(fixture, 'addresses.txt'));
    expect(verified.stdout).toContain('100.0 % of pages and feeds answer');
  });
});
