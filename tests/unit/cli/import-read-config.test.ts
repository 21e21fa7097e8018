import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { liquidConfig, readConfig } from '../../../src/cli/import/read-config.ts';
import { parseYaml } from '../../../src/jekyll/rules/yaml.ts';

let site: string;

beforeEach(() => {
  site = mkdtempSync(path.join(tmpdir(), 'galley-config-'));
});
afterEach(() => rmSync(site, { recursive: true }));

const write = (name: string, text: string | Uint8Array) =>
  writeFileSync(path.join(site, name), text);

it.each([
  ['_config.yml', 'title: A\n'],
  ['_config.yml', '---\ntitle: A\n---\n'],
  ['_config.yml', '# About\n\n---\ntitle: A\n...\nno: [yaml'],
  ['_config.yml', '\uFEFFtitle: A\r\n'],
  ['_config.yaml', 'title: A'],
  ['_config.toml', 'title = "A"\n'],
])('reads %s: %j', (name, text) => {
  write(name, text);
  expect(readConfig(site)).toEqual({ file: path.join(site, name), jekyll: { title: 'A' } });
});

it('reads an empty one', () => {
  write('_config.yml', '# nothing\n');
  expect(readConfig(site).jekyll).toEqual({});
});

it.each([
  ['title: "A\nurl: b\n', '_config.yml:'],
  ['title: A\n\tb: c\n', '_config.yml:2'],
  ['- a\n- b\n', 'expected keys and values'],
  ['just text', 'expected keys and values'],
  [new Uint8Array([0x61, 0x3a, 0x20, 0xe9]), 'expected text in UTF-8'],
])('says what is wrong with %j', (text, message) => {
  write('_config.yml', text);
  expect(() => readConfig(site)).toThrow(message);
});

it('says what is not there', () => {
  expect(() => readConfig(path.join(site, 'gone'))).toThrow('there is no such folder');
  expect(() => readConfig(site)).toThrow('a folder with a _config.yml');
  write('_config.toml', 'title = "A');
  expect(() => readConfig(site)).toThrow('_config.toml:1');
  expect(() => readConfig(path.join(site, '_config.toml'))).toThrow('not a file');
});

it.each(['_posts', 'blog/_posts', 'source/_posts'])(
  'does without where %s tells that it is a site',
  (folder) => {
    mkdirSync(path.join(site, folder), { recursive: true });
    expect(readConfig(site)).toEqual({ file: undefined, jekyll: {} });
  },
);

it('gives Liquid in YAML what is written in TOML', () => {
  write('_config.toml', 'title = "A"\nday = 2020-01-02\n[author]\nname = "B"\n');
  const text = String(liquidConfig(readConfig(site)));
  expect(parseYaml(text)).toMatchObject({ title: 'A', day: '2020-01-02', author: { name: 'B' } });
});
