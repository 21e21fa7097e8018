import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { endOf, picture, post, Project } from './project.ts';

const TEA = post('2026-01-01-tea.md');
const tea = (text: string) => ({ [TEA]: `---\ntitle: Tea\n---\n${text}\n\n![Cup](./cup.png)\n` });

let project: Project;
let whole: Record<string, string>;
/** How long a build takes here, in milliseconds. */
let duration: number;
beforeAll(async () => {
  project = new Project({ ...tea('Boil it.'), [post('cup.png')]: await picture(70, 40) });
  await project.build();
  const start = performance.now();
  const { succeeded, log } = await project.build();
  if (!succeeded) throw new Error(log);
  duration = performance.now() - start;
  whole = project.hashes();
});
afterAll(() => project.remove());

describe('the site before stays whole', () => {
  it('where a build fails, which tells of every mistake before it makes a page', async () => {
    const files = {
      [post('2026-02-01-wrong.md')]: '---\ntitle: Wrong\npublished: maybe\n---\n',
      [post('2026-02-02-draft.md')]: '---\ndraft: true\nredirect_from: /idea/\n---\n',
      [post('2026-02-03-link.md')]:
        '---\ntitle: Link\n---\n\nSee [this](/idea/) and {% nothing %}.\n',
    };
    project.write(files);
    const { succeeded, log } = await project.build();
    expect(succeeded).toBe(false);
    expect(log).toMatch(/2026-02-01-wrong\.md:3\n {2}published = "maybe"/);
    expect(log).toMatch(
      /2026-02-03-link\.md:5\n {2}link = "\/idea\/": leads to .*2026-02-02-draft\.md/,
    );
    expect(log).toMatch(/2026-02-03-link\.md:5\n.*`nothing`/);
    expect(log).not.toContain('generating static routes');
    expect(project.hashes()).toEqual(whole);
    for (const file of Object.keys(files)) rmSync(path.join(project.root, file));
  });

  it('where a build is killed, and the next one succeeds', async () => {
    project.write(tea('Wait for four minutes.'));
    for (let i = 0; i < 5; i++) {
      // At random, and more often near the end, where files are moved.
      const moment = i < 3 ? Math.random() : 0.8 + Math.random() * 0.25;
      const build = project.start();
      const timer = setTimeout(() => build.kill('SIGKILL'), moment * duration);
      const { succeeded } = await endOf(build);
      clearTimeout(timer);
      const now = project.hashes();
      // A build that had put everything in place by then has put all of it in place.
      if (!succeeded && isOther(now)) {
        const again = await project.build();
        expect(again.succeeded, again.log).toBe(true);
        expect(project.hashes()).toEqual(now);
      }
      whole = now;
      project.write(tea(`Wait for ${i} minutes.`));
    }
    const { succeeded, log } = await project.build();
    expect(succeeded, log).toBe(true);
    expect(readdirSync(project.root).filter((name) => name.startsWith('.dist'))).toEqual([]);
    whole = project.hashes();
  });

  function isOther(now: Record<string, string>): boolean {
    return JSON.stringify(now) !== JSON.stringify(whole);
  }

  it('while another build runs: the second stops and says why; where dist is a link, nothing is made beside its end', async () => {
    const dist = path.join(project.root, 'dist');
    const served = path.join(project.root, 'served');
    mkdirSync(served);
    renameSync(dist, path.join(served, 'site'));
    symlinkSync(path.join(served, 'site'), dist);
    project.write(tea('Wait for an hour.'));
    const first = project.start();
    const firstEnd = endOf(first);
    const lock = path.join(project.root, '.galley', 'build.lock');
    while (!existsSync(lock)) await new Promise((resolve) => setImmediate(resolve));
    const second = await project.build([], { DRAFTS: '1' });
    expect(second.succeeded).toBe(false);
    expect(second.log).toContain(`another build of this site is running (process ${first.pid} on`);
    expect(readdirSync(served)).toEqual(['site']);
    expect((await firstEnd).succeeded).toBe(true);
    expect(project.hashes()).not.toEqual(whole);
    expect(lstatSync(dist).isSymbolicLink()).toBe(true);
    expect(readdirSync(served)).toEqual(['site']);
    expect(readdirSync(project.root).filter((name) => name.startsWith('.dist'))).toEqual([]);
    expect(existsSync(lock)).toBe(false);
  });

  it('where the disk is full', async (context) => {
    const disk = mountSmallDisk(context);
    const small = new Project(tea('Boil it.'), disk);
    small.write({ [post('cup.png')]: await picture(70, 40) });
    try {
      const { succeeded, log } = await small.build();
      expect(succeeded, log).toBe(true);
      const before = small.hashes();
      // Leaves less room than a second site needs beside the first.
      small.write({ ...tea('Wait.'), filler: Buffer.alloc(freeBytes(disk) - 60_000) });
      const full = await small.build();
      expect(full.succeeded).toBe(false);
      expect(full.log).toMatch(/^The disk is full: .* has room for \d\.\d MB\./m);
      expect(small.hashes()).toEqual(before);
      rmSync(path.join(small.root, 'filler'));
      expect((await small.build()).succeeded).toBe(true);
      expect(small.hashes()).not.toEqual(before);
    } finally {
      spawnSync('umount', ['--lazy', disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  });
});

/** A disk in memory of 24 MB; only administrators can have one. */
function mountSmallDisk(context: TestContext): string {
  const disk = mkdtempSync(path.join(tmpdir(), 'galley-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'galley', disk]);
  if (status !== 0) context.skip('needs the right to mount a small disk');
  return disk;
}

function freeBytes(disk: string): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}
