import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isMapping, parseYamlFile, YamlError } from '../../jekyll/rules/yaml.ts';
import { ContentError } from '../../lib/problem.ts';
import type { JekyllConfig } from './values.ts';

/** Jekyll's names of its configuration, in the order in which it looks for them. */
const NAMES = ['_config.yml', '_config.yaml', '_config.toml'];

/**
 * Reads the configuration of a Jekyll site.
 * @param root absolute path of the site
 * @throws ContentError where there is no site, or its configuration cannot be read
 */
export function readConfig(root: string): { file: string; jekyll: JekyllConfig } {
  const stats = statSync(root, { throwIfNoEntry: false });
  if (!stats) throw mistake(root, 'there is no such folder');
  if (!stats.isDirectory()) throw mistake(root, 'expected the folder of a Jekyll site, not a file');
  const file = NAMES.map((name) => path.join(root, name)).find(isFile);
  if (!file) throw mistake(root, 'expected a Jekyll site: a folder with a _config.yml');
  if (file.endsWith('.toml')) throw mistake(file, 'expected YAML; TOML is not read');
  const jekyll = parse(file) ?? {};
  if (isMapping(jekyll)) return { file, jekyll };
  throw mistake(file, 'expected keys and values: `title: My blog`');
}

function parse(file: string): unknown {
  try {
    return parseYamlFile(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch (error) {
    if (error instanceof YamlError) {
      throw mistake(file, `this is not YAML: ${error.message}`, error.line);
    }
    if (error instanceof TypeError) throw mistake(file, 'expected text in UTF-8');
    throw error;
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function mistake(file: string, message: string, line?: number): ContentError {
  return new ContentError([{ file, line, message }]);
}
