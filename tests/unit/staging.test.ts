import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/integrations/lock.ts';
import { placesFor, recover, replaceFolder } from '../../src/integrations/staging.ts';

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'galley-staging-'));

/** A folder whose neighbours are what the names say, each with a file that holds its name. */
function withFolders(...names: ('target' | 'stage' | 'old')[]) {
  const places = placesFor(path.join(newFolder(), 'dist'));
  for (const name of names) {
    mkdirSync(places[name]);
    writeFileSync(path.join(places[name], 'name'), name);
  }
  const content = () => readFileSync(path.join(places.target, 'name'), 'utf8');
  return { places, content, rest: () => readdirSync(path.dirname(places.target)) };
}

describe('a staged folder', () => {
  it('takes the place of the one before', () => {
    const { places, content, rest } = withFolders('target', 'stage');
    replaceFolder(places);
    expect(content()).toBe('stage');
    expect(rest()).toEqual(['dist']);
  });

  it('takes its place where there was none', () => {
    const { places, content, rest } = withFolders('stage');
    replaceFolder(places);
    expect(content()).toBe('stage');
    expect(rest()).toEqual(['dist']);
  });

  it('leaves the target alone where it cannot be moved', () => {
    const { places, content } = withFolders('target');
    expect(() => replaceFolder(places)).toThrow();
    recover(places);
    expect(content()).toBe('target');
  });

  it('goes where a link leads', () => {
    const { places, content } = withFolders('target');
    const link = path.join(newFolder(), 'link');
    symlinkSync(places.target, link);
    const behind = placesFor(`${link}/`);
    mkdirSync(behind.stage);
    writeFileSync(path.join(behind.stage, 'name'), 'stage');
    replaceFolder(behind);
    expect(content()).toBe('stage');
  });
});

describe('what a killed build leaves', () => {
  it('between its two steps: the old folder comes back', () => {
    const { places, content } = withFolders('stage', 'old');
    recover(places);
    expect(content()).toBe('old');
    expect(existsSync(places.old)).toBe(false);
  });

  it('after both: the old folder is removed', () => {
    const { places, content } = withFolders('target', 'old');
    recover(places);
    expect(content()).toBe('target');
    expect(existsSync(places.old)).toBe(false);
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
