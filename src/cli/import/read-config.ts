import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import { isMapping, parseYamlFile, YamlError } from '../../jekyll/rules/yaml.ts';
import { ContentError } from '../../lib/problem.ts';
import type { JekyllConfig } from './values.ts';

/** Jekyll's names of its configuration, in the order in which it looks for them. */
const NAMES = ['_config.yml', '_config.yaml', '_config.toml'];

/** How deep posts are looked for where nothing else tells that a folder is a site. */
const DEPTH = 3;

/** The configuration of a Jekyll site. */
export interface OldConfig {
  /** Absolute path; nothing where a site does without. */
  file: string | undefined;
  jekyll: JekyllConfig;
}

/**
 * Reads the configuration of a Jekyll site. A folder with posts is a site without any.
 * @param root absolute path of the site
 * @throws ContentError where there is no site, or its configuration cannot be read
 */
export function readConfig(root: string): OldConfig {
  const stats = statSync(root, { throwIfNoEntry: false });
  if (!stats) throw mistake(root, 'there is no such folder');
  if (!stats.isDirectory()) throw mistake(root, 'expected the folder of a Jekyll site, not a file');
  const file = NAMES.map((name) => path.join(root, name)).find(isFile);
  if (!file) {
    if (hasPosts(root, DEPTH)) return { file, jekyll: {} };
    throw mistake(root, 'expected a Jekyll site: a folder with a _config.yml, or one with _posts');
  }
  const jekyll = parse(file) ?? {};
  if (isMapping(jekyll)) return { file, jekyll };
  throw mistake(file, 'expected keys and values: `title: My blog`');
}

/** What Liquid reads as `site`: the file as it is, or in YAML what it says in TOML (JSON is YAML). */
export function liquidConfig({ file, jekyll }: OldConfig): string | Buffer | undefined {
  if (file === undefined) return undefined;
  return file.endsWith('.toml') ? `${JSON.stringify(jekyll, null, 2)}\n` : readFileSync(file);
}

function parse(file: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    if (!file.endsWith('.toml')) return parseYamlFile(text);
    return JSON.parse(JSON.stringify(parseToml(text)));
  } catch (error) {
    if (error instanceof YamlError) {
      throw mistake(file, `this is not YAML: ${error.message}`, error.line);
    }
    if (error instanceof TomlError) {
      const [message = ''] = error.message.split('\n');
      throw mistake(file, `this is not TOML: ${message}`, error.line);
    }
    if (error instanceof TypeError) throw mistake(file, 'expected text in UTF-8');
    throw error;
  }
}

/** Whether posts lie in a folder or, unless it is a program's or hidden, below it. */
function hasPosts(folder: string, depth: number): boolean {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  if (folders.some(({ name }) => name === '_posts')) return true;
  return (
    depth > 1 &&
    folders.some(
      ({ name }) =>
        !/^[._]|^node_modules$/.test(name) && hasPosts(path.join(folder, name), depth - 1),
    )
  );
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function mistake(file: string, message: string, line?: number): ContentError {
  return new ContentError([{ file, line, message }]);
}
