import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { BUILD_TIME } from './sites.ts';

/** What a project is made of, beside its posts. */
const PARTS = [
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Makes a folder a copy of this project without its posts. */
export function copyProject(root: string): void {
  for (const part of PARTS) cpSync(part, path.join(root, part), { recursive: true });
  // The packages are shared, what tools keep beside them is not.
  mkdirSync(path.join(root, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (['.astro', '.vite'].includes(name)) continue;
    symlinkSync(path.resolve('node_modules', name), path.join(root, 'node_modules', name));
  }
  // Cutting the typeface again would only take time.
  const typeface = '.galley/cache/typeface';
  if (existsSync(typeface)) cpSync(typeface, path.join(root, typeface), { recursive: true });
  rmSync(path.join(root, 'src/content/posts'), { recursive: true });
  mkdirSync(path.join(root, 'src/content/posts'));
}

/**
 * Builds a site with the code of this project and other files.
 * @param name of its folder
 * @param files text by path; the only posts are those among them
 * @returns the folder of the site
 * @throws where the build fails
 */
export function buildProject(name: string, files: Readonly<Record<string, string>>): string {
  const root = path.resolve('.galley/test-projects', name);
  rmSync(root, { recursive: true, force: true });
  copyProject(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const { status, stdout, stderr } = spawnSync('astro', ['build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, BUILD_TIME, SITE_URL: '', SITE_BASE: '' },
  });
  if (status !== 0) throw new Error(`The build of ${name} failed.\n${stdout}\n${stderr}`);
  return path.join(root, 'dist');
}
