import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { copyProject } from '../support/project.ts';
import { BUILD_TIME } from '../support/sites.ts';

/** Files by their paths. */
export type Files = Record<string, string | Uint8Array>;

/** What a build said, and whether it succeeded. */
export interface Build {
  succeeded: boolean;
  log: string;
}

/** A copy of this project with other posts, and without its pages and public files. */
export class Project {
  readonly root: string;

  constructor(files: Files, parent = tmpdir()) {
    this.root = mkdtempSync(path.join(parent, 'galley-site-'));
    copyProject(this.root);
    rmSync(path.join(this.root, 'public'), { recursive: true });
    rmSync(path.join(this.root, 'src/content/pages'), { recursive: true });
    mkdirSync(path.join(this.root, 'src/content/pages'));
    this.write(files);
  }

  write(files: Files): void {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
      writeFileSync(path.join(this.root, file), content);
    }
  }

  /**
   * Changes the source of a file.
   * @throws where the text is not there: the test would test nothing
   */
  edit(file: string, from: string, to: string): { undo: () => void } {
    const source = this.text(file);
    if (!source.includes(from)) throw new Error(`${file} has no ${from}`);
    this.write({ [file]: source.replace(from, to) });
    return { undo: () => this.write({ [file]: source }) };
  }

  text(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  /** Removes everything that builds have made. */
  clean(): void {
    for (const name of ['dist', 'dist-drafts', '.astro', '.galley', 'node_modules/.vite']) {
      rmSync(path.join(this.root, name), { recursive: true, force: true });
    }
  }

  start(args: string[] = [], environment: NodeJS.ProcessEnv = {}, cwd = this.root): ChildProcess {
    return spawn(path.join(this.root, 'node_modules/.bin/astro'), ['build', ...args], {
      cwd,
      env: {
        ...process.env,
        NODE_ENV: '',
        BUILD_TIME,
        ASTRO_TELEMETRY_DISABLED: '1',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  build(args: string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<Build> {
    return endOf(this.start(args, environment));
  }

  /** The hashes of all files of a folder, by their paths. */
  hashes(folder = 'dist'): Record<string, string> {
    return Object.fromEntries(
      this.files(folder).map(([file, bytes]) => [
        file,
        createHash('sha256').update(bytes).digest('hex'),
      ]),
    );
  }

  /** All files of a folder with their contents. */
  files(folder = 'dist'): [file: string, bytes: Buffer][] {
    const place = path.join(this.root, folder);
    if (!existsSync(place)) return [];
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file): [string, Buffer] => [path.relative(place, file), readFileSync(file)])
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Waits for a build. */
export function endOf(child: ChildProcess): Promise<Build> {
  let log = '';
  child.stdout?.on('data', (text) => (log += String(text)));
  child.stderr?.on('data', (text) => (log += String(text)));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ succeeded: status === 0, log }));
  });
}

/** The path of a post. */
export const post = (name: string): string => `src/content/posts/${name}`;

/** A picture of one colour, unlike any other of another size or number. */
export function picture(width: number, height: number, number = 0): Promise<Buffer> {
  const background = { r: number % 256, g: Math.floor(number / 256), b: 99 };
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}
