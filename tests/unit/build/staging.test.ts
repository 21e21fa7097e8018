import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../../src/lib/lock.ts';
import { placesFor, publish, recover } from '../../../src/build/staging.ts';

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'galley-staging-'));

type Name = 'target' | 'stage' | 'next' | 'old';

/** Folders of a project, each with a file that holds its name. */
function withFolders(names: Name[], places = placesIn(newFolder())) {
  for (const name of names) {
    mkdirSync(places[name], { recursive: true });
    writeFileSync(path.join(places[name], 'name'), name);
  }
  const content = () => readFileSync(path.join(places.target, 'name'), 'utf8');
  return { places, content, rest: () => readdirSync(path.dirname(places.target)) };
}

const placesIn = (root: string) => placesFor(path.join(root, 'dist'), root);

/** A project whose `dist` is a link to `site` in another folder. */
function withLink(names: Name[], served = newFolder()) {
  const root = newFolder();
  symlinkSync(path.join(served, 'site'), path.join(root, 'dist'));
  return { ...withFolders(names, placesFor(`${path.join(root, 'dist')}/`, root)), root, served };
}

describe('a staged folder', () => {
  it('takes the place of the one before', () => {
    const { places, content, rest } = withFolders(['target', 'stage']);
    publish(places);
    expect(content()).toBe('stage');
    expect(rest()).toEqual(['dist']);
  });

  it('takes its place where there was none', () => {
    const { places, content, rest } = withFolders(['stage']);
    publish(places);
    expect(content()).toBe('stage');
    expect(rest()).toEqual(['dist']);
  });

  it('leaves the target alone where it cannot be moved, and says so in words', () => {
    const { places, content, rest } = withFolders(['target']);
    expect(() => publish(places)).toThrow(
      /^1 problem to mend:\n\ndist\n.*cannot be put in place: /,
    );
    expect(content()).toBe('target');
    expect(rest()).toEqual(['dist']);
  });
});

describe('where the folder is a link', () => {
  it('nothing is made beside what it leads to', () => {
    const { places, root } = withLink(['target']);
    expect(places.stage).toBe(path.join(root, '.dist.staging'));
  });

  it.each([[['target', 'stage']], [['stage']]] satisfies [Name[]][])(
    'the staged one goes there and the link stays (%j)',
    (names) => {
      const { places, content, rest, root } = withLink(names);
      publish(places);
      expect(content()).toBe('stage');
      expect(rest()).toEqual(['site']);
      expect(lstatSync(path.join(root, 'dist')).isSymbolicLink()).toBe(true);
      expect(readdirSync(root)).toEqual(['dist']);
    },
  );

  it('links are followed to their end', () => {
    const { root, served, places } = withLink([]);
    const alias = path.join(root, 'alias');
    symlinkSync('dist', alias);
    expect(placesFor(alias, root).target).toBe(path.join(served, 'site'));
    expect(placesFor(alias, root).next).toBe(places.next);
  });

  it('one that leads to itself is told', () => {
    const root = newFolder();
    symlinkSync('dist', path.join(root, 'dist'));
    expect(() => placesIn(root)).toThrow(/\ndist\n.*this link leads to itself/);
  });

  it.skipIf(!otherDisk())('to another disk, the staged one is copied there', () => {
    const served = mkdtempSync(path.join(otherDisk() ?? '', 'galley-staging-'));
    const { places, content, rest, root } = withLink(['target', 'stage'], served);
    publish(places);
    expect(content()).toBe('stage');
    expect(rest()).toEqual(['site']);
    expect(readdirSync(root)).toEqual(['dist']);
    rmSync(served, { recursive: true });
  });
});

/** A folder in memory, on systems that have one. */
function otherDisk(): string | undefined {
  const memory = statSync('/dev/shm', { throwIfNoEntry: false });
  return memory && memory.dev !== statSync(os.tmpdir()).dev ? '/dev/shm' : undefined;
}

describe('what a killed build leaves', () => {
  it('between its two steps: the old folder comes back', () => {
    const { places, content, rest } = withFolders(['stage', 'old']);
    recover(places);
    expect(content()).toBe('old');
    expect(rest()).toEqual(['dist']);
  });

  it('after both: the old folder is removed', () => {
    const { places, content, rest } = withFolders(['target', 'old']);
    recover(places);
    expect(content()).toBe('target');
    expect(rest()).toEqual(['dist']);
  });

  it('beside what a link leads to: is removed', () => {
    const { places, content, rest, root } = withLink(['target', 'stage', 'next']);
    recover(places);
    expect(content()).toBe('target');
    expect(rest()).toEqual(['site']);
    expect(readdirSync(root)).toEqual(['dist']);
  });
});

describe('the lock', () => {
  const holder = (change: object) =>
    JSON.stringify({
      pid: process.ppid,
      host: os.hostname(),
      started: new Date().toISOString(),
      ...change,
    });
  const deadPid = () => spawnSync('true').pid;

  const lockWith = (content?: string) => {
    const root = newFolder();
    const file = path.join(root, '.galley', 'build.lock');
    mkdirSync(path.dirname(file));
    if (content !== undefined) writeFileSync(file, content);
    return { take: () => takeLock(file, root), file };
  };

  it('is there until it is given back', () => {
    const { take, file } = lockWith();
    const release = take();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
    release();
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it.each([
    ['a process that runs', holder({})],
    [
      'another machine, a minute ago',
      holder({ host: 'elsewhere', started: new Date(Date.now() - 60_000).toISOString() }),
    ],
  ])('of %s stops a build', (_who, content) => {
    const { take, file } = lockWith(content);
    expect(take).toThrow(/another build of this site is running \(process \d+ on/);
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(readdirSync(path.dirname(file))).toEqual(['build.lock']);
  });

  it.each([
    ['a process that was killed', holder({ pid: deadPid() })],
    ['a process that had our number', holder({ pid: process.pid })],
    ['another machine, a day ago', holder({ host: 'elsewhere', started: '2020-01-01T00:00:00Z' })],
    ['nobody', ''],
  ])('of %s is taken over', (_who, content) => {
    const { take, file } = lockWith(content);
    take();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      pid: process.pid,
      host: os.hostname(),
    });
  });
});
