import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';
import { Outputs } from '../../../src/outputs/outputs.ts';

let root: string;
const at = (...parts: string[]) => path.join(root, ...parts);
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'outputs-'));
});

/** A build of pages with keys: what is not kept is written, all of it is put in place and remembered. */
function build(pages: Record<string, string>, isForced = false): string[] {
  const outputs = new Outputs(at('.galley/site'), isForced);
  outputs.rescue(at('stage'));
  rmSync(at('stage'), { recursive: true, force: true });
  const made: string[] = [];
  mkdirSync(at('stage'));
  for (const [name, key] of Object.entries(pages)) {
    const file = `${name}/index.html`;
    if (outputs.keep(name, key, () => [file])) continue;
    made.push(name);
    mkdirSync(at('stage', name), { recursive: true });
    writeFileSync(at('stage', file), `shows ${key}`);
  }
  writeFileSync(at('stage/feed.xml'), 'written each time');
  putInPlace(outputs);
  return made;
}

/** What every build does when all is made. */
function putInPlace(outputs: Outputs): void {
  outputs.complete(at('stage'));
  if (filesBelow(at('dist')).length > 0) renameSync(at('dist'), at('old'));
  renameSync(at('stage'), at('dist'));
  outputs.remember(at('dist'), at('old'));
  rmSync(at('old'), { recursive: true, force: true });
}

/** A build of an index whose files have digests; it is made anew where its key is another. */
function buildIndex(key: string, digests: Record<string, string>): string[] {
  const outputs = new Outputs(at('.galley/site'));
  mkdirSync(at('stage'));
  let made: string[] = [];
  if (!outputs.keep('index', key, filesBelow)) {
    const known = outputs.known('index');
    made = Object.keys(digests).filter((file) => known.get(file) !== digests[file]);
    for (const file of made) writeFileSync(at('stage', file), `has ${digests[file]}`);
    outputs.keepKnown('index', new Map(Object.entries(digests)));
  }
  putInPlace(outputs);
  return made;
}

describe('an index', () => {
  it('that is made anew takes from the last one the files that are the same', () => {
    expect(buildIndex('1', { a: '1', b: '1', c: '1' })).toEqual(['a', 'b', 'c']);
    const inode = statSync(at('dist/a')).ino;
    expect(buildIndex('2', { a: '1', b: '2', d: '1' })).toEqual(['b', 'd']);
    expect(filesBelow(at('dist'))).toEqual(['a', 'b', 'd']);
    expect(['a', 'b', 'd'].map((file) => textAt(`dist/${file}`))).toEqual([
      'has 1',
      'has 2',
      'has 1',
    ]);
    expect(statSync(at('dist/a')).ino).toBe(inode);
  });

  it('is remembered with the files that it has taken, and what they are', () => {
    buildIndex('1', { a: '1', b: '1' });
    buildIndex('2', { a: '1', b: '2' });
    expect(buildIndex('2', { a: '1', b: '2' })).toEqual([]);
    expect(filesBelow(at('dist'))).toEqual(['a', 'b']);
    expect(buildIndex('3', { a: '1', b: '2' })).toEqual([]);
    expect(filesBelow(at('dist'))).toEqual(['a', 'b']);
  });

  it('takes no file that has been written into', () => {
    buildIndex('1', { a: '1', b: '1' });
    writeFileSync(at('.galley/site/a'), 'has 9');
    expect(buildIndex('2', { a: '1', b: '2' })).toEqual(['a', 'b']);
    expect(textAt('dist/a')).toBe('has 1');
  });
});

const textAt = (file: string) => readFileSync(at(file), 'utf8');
const textOf = (file: string) => textAt(`dist/${file}`);

const IN_ANOTHER_FORM = JSON.stringify({
  id: '',
  stamps: [],
  products: [['a', { key: '1', files: ['a/index.html'] }]],
});

describe('a build', () => {
  it('makes what is new or has another key, and takes the rest from the last one', () => {
    expect(build({ a: '1', b: '1' })).toEqual(['a', 'b']);
    expect(build({ a: '1', b: '1' })).toEqual([]);
    expect(build({ a: '1', b: '2', c: '1' })).toEqual(['b', 'c']);
    expect(textOf('a/index.html')).toBe('shows 1');
    expect(textOf('b/index.html')).toBe('shows 2');
    expect(build({ a: '1', b: '1', c: '1' })).toEqual(['b']);
  });

  it('has nothing that is no longer made', () => {
    build({ a: '1', b: '1' });
    build({ b: '1' });
    expect(filesBelow(at('dist'))).toEqual(['b/index.html', 'feed.xml']);
    build({});
    expect(filesBelow(at('dist'))).toEqual(['feed.xml']);
    expect(filesBelow(at('.galley/site'))).toEqual(['feed.xml']);
  });

  it('keeps what it has made just as it was: readers and servers have it already', () => {
    build({ a: '1', b: '1' });
    const inode = statSync(at('dist/a/index.html')).ino;
    writeFileSync(at('.galley/site.json'), textAt('.galley/site.json').replace('"1"', '"0"'));
    expect(build({ a: '1', b: '1' })).toEqual(['a']);
    expect(statSync(at('dist/a/index.html')).ino).toBe(inode);
  });

  it('can be forced to begin anew', () => {
    build({ a: '1' });
    expect(build({ a: '1' }, true)).toEqual(['a']);
  });

  it.each<[string, () => void]>([
    ['a page of the memory is damaged', () => writeFileSync(at('.galley/site/a/index.html'), 'x')],
    [
      'a page is damaged at its old length',
      () => writeFileSync(at('.galley/site/a/index.html'), 'shows 9'),
    ],
    ['a page in place is written into', () => writeFileSync(at('dist/a/index.html'), 'minified')],
    ['a page of the memory is gone', () => rmSync(at('.galley/site/a/index.html'))],
  ])('makes a page anew where %s', (_how, damage) => {
    build({ a: '1', b: '1' });
    damage();
    expect(build({ a: '1', b: '1' })).toEqual(['a']);
    expect(textOf('a/index.html')).toBe('shows 1');
  });

  it.each<[string, () => void]>([
    ['what is known of it is damaged', () => writeFileSync(at('.galley/site.json'), '{"prod')],
    ['what is known of it is gone', () => rmSync(at('.galley/site.json'))],
    [
      'what is known of it is in another form',
      () => writeFileSync(at('.galley/site.json'), IN_ANOTHER_FORM),
    ],
    ['it is gone', () => rmSync(at('.galley/site'), { recursive: true })],
  ])('makes everything anew where of the last site %s', (_how, damage) => {
    build({ a: '1', b: '1' });
    damage();
    expect(build({ a: '1', b: '1' })).toEqual(['a', 'b']);
    expect(filesBelow(at('dist'))).toEqual(['a/index.html', 'b/index.html', 'feed.xml']);
  });

  it('needs no times of files: another machine gives them new ones', () => {
    build({ a: '1' });
    rmSync(at('dist'), { recursive: true });
    utimesSync(at('.galley/site/a/index.html'), 0, 0);
    expect(build({ a: '1' })).toEqual([]);
    expect(textOf('a/index.html')).toBe('shows 1');
  });

  it('finds again what a build has taken that did not come to its end', () => {
    build({ a: '1', b: '1' });
    const killed = new Outputs(at('.galley/site'));
    for (const [name, key] of Object.entries({ a: '1', b: '2' })) killed.keep(name, key, () => []);
    mkdirSync(at('stage/b'), { recursive: true });
    writeFileSync(at('stage/b/index.html'), 'half');
    killed.complete(at('stage'));
    expect(build({ a: '1', b: '1' })).toEqual(['b']);
    expect(textOf('b/index.html')).toBe('shows 1');
  });
});

it('what is taken out of a site before it is in place is made anew', () => {
  build({ a: '1' });
  const outputs = new Outputs(at('.galley/site'));
  outputs.keep('a', '1', () => []);
  mkdirSync(at('stage'));
  outputs.complete(at('stage'));
  rmSync(at('stage/a'), { recursive: true });
  renameSync(at('dist'), at('old'));
  renameSync(at('stage'), at('dist'));
  outputs.remember(at('dist'), at('old'));
  expect(build({ a: '1' })).toEqual(['a']);
});

it('what has not been written is not kept', () => {
  const outputs = new Outputs(at('.galley/site'));
  outputs.keep('a', '1', () => []);
  mkdirSync(at('dist'));
  outputs.complete(at('dist'));
  outputs.remember(at('dist'), undefined);
  expect(new Outputs(at('.galley/site')).keep('a', '1', () => [])).toBe(false);
});

it.each([true, false])(
  'files of others are known by what they hold, read early (%s) or late',
  (early) => {
    const buildFile = () => {
      const outputs = new Outputs(at('.galley/site'));
      mkdirSync(at('stage'));
      const isKept = outputs.keep('a', '1', () => ['a.png']);
      if (!isKept) writeFileSync(at('stage/a.png'), 'a picture');
      if (early) outputs.noteDigests(at('stage'));
      putInPlace(outputs);
      return isKept;
    };
    expect([buildFile(), buildFile()]).toEqual([false, true]);
    // As a folder is that was carried to another machine.
    utimesSync(at('.galley/site/a.png'), 1, 1);
    expect(buildFile()).toBe(true);
    utimesSync(at('.galley/site/a.png'), 2, 2);
    writeFileSync(at('.galley/site/a.png'), 'a puzzle!');
    expect(buildFile()).toBe(false);
  },
);

it('what was noted of a product is known while it is kept, and kept once', () => {
  const names = ['a', 'b', 'c'];
  const buildNoted = () => {
    const outputs = new Outputs(at('.galley/site'));
    mkdirSync(at('stage'));
    for (const name of names) {
      if (outputs.keep(name, '1', () => [`${name}.html`])) continue;
      outputs.note(name, 'sitemap', { isListed: name !== 'b' });
      outputs.note(name, 'scripts', ['digest']);
      writeFileSync(at(`stage/${name}.html`), `shows ${name}`);
    }
    putInPlace(outputs);
    return outputs;
  };
  buildNoted();
  const next = buildNoted();
  expect(next.keptNames).toEqual(names);
  expect(names.map((name) => next.noteOf(name, 'sitemap'))).toEqual([
    { isListed: true },
    { isListed: false },
    { isListed: true },
  ]);
  expect(names.map((name) => next.noteOf(name, 'scripts'))).toEqual(names.map(() => ['digest']));
  expect(next.noteOf('d', 'sitemap')).toBeUndefined();
  expect(readFileSync(at('.galley/site.json'), 'utf8').split('digest"]').length).toBe(2);
});

it.each(['{}', '[]', 'null', '{"id":"x","stamps":[],"products":[]}', '{"id":"x"'])(
  'what is remembered by another Galley, or damaged, counts for nothing: %s',
  (record) => {
    build({ a: '1' });
    writeFileSync(at('.galley/site.json'), record);
    expect(build({ a: '1' })).toEqual(['a']);
    expect(build({ a: '1' })).toEqual([]);
  },
);
