import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { referencesInCss, referencesInHtml } from '../html/references.ts';
import { readSource } from '../source/source.ts';
import { createDialect, type Dialect } from '../dialect/dialect.ts';
import type { PostSource } from '../source/read-post.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import { once } from '../lib/once.ts';
import { decodePath } from '../lib/url.ts';
import { toPlain } from '../jekyll/rules/yaml.ts';
import type { Problem } from '../lib/problem.ts';
import type { Site } from '../site/schema.ts';
import type { Answers } from './answers.ts';
import { createMentions, type Mentioning, type Mentions } from './mentions.ts';
import { readSources, TEXT, type Asset, type HiddenSource, type Sources } from './sources.ts';

/** An asset that something unpublished names, and where. */
export interface Candidate {
  asset: Asset;
  by: Pick<Problem, 'file' | 'line'>;
}

/** What a source says. */
export interface Meaning extends Mentioning {
  /** As it stands in the file. */
  text: string;
  /** What Liquid makes of it, and what its front matter says. */
  said: readonly string[];
  /** Values that may be addresses. */
  addresses: readonly string[];
  isDoubtful: boolean;
  /** What is made of it. */
  toHtml(): string;
}

/** What a project has that is not for the public, and what runs Liquid in that which is. */
export async function readUnpublished(root: string, site: Site, now: number, answers: Answers) {
  const sources = readSources(root, site, now);
  const { posts, drafts, pages, documents } = sources;
  const dialectOf = (posts: PostSource[]) =>
    createDialect(root, site, { posts, withheld: [], pages, documents, withheldPages: [] }, now);
  const meanings = meaningsOf(sources, await dialectOf([...posts, ...drafts]));
  /** Assets that are withheld unless something in the output refers to them. */
  const named = hiddenAssets(root, sources, site, meanings, answers);
  const dialect = await dialectOf(posts);
  for (const asset of shownBesidePosts(root, [...named.keys()], sources, site, dialect)) {
    named.delete(asset);
  }
  return { sources, meanings, named, dialect };
}

/**
 * The assets that unpublished sources name, or that lie in a hidden folder, and those that such a file
 * names in turn. Of them only those are public that something published refers to.
 */
function hiddenAssets(
  root: string,
  sources: Sources,
  site: Site,
  meanings: Iterable<Meaning>,
  answers: Answers,
): Map<Asset, Candidate> {
  const { assets } = sources;
  const byFile = new Map(assets.map((asset) => [asset.file, asset]));
  const all = hash('sha1', JSON.stringify([...byFile.keys()]), 'base64url');
  const mentions = once<Mentions, void>(() => createMentions(assets, site));
  const found = new Map<Asset, Candidate>();
  const queue: Asset[] = [];
  const namesIn = ({ text, said, addresses, isDoubtful, toHtml, ...from }: Meaning): string[] => {
    const html = toHtml();
    const shown = referencesInHtml(html).references.map(({ address }) => address);
    const named = new Set([
      ...[text, html, ...said].flatMap((one) => mentions().in(from, one, isDoubtful)),
      ...[...shown, ...addresses].flatMap((address) => mentions().at(from, address)),
    ]);
    return Array.from(named, ({ file }) => file);
  };
  const search = (meaning: Meaning) => {
    const question = [all, JSON.stringify(meaning)];
    for (const name of answers.to(question, () => namesIn(meaning))) {
      const asset = byFile.get(name);
      const { file, text } = meaning;
      if (!asset || found.has(asset) || name === file) continue;
      found.set(asset, { asset, by: { file, line: lineOf(text, asset) } });
      queue.push(asset);
    }
  };

  for (const asset of assets) {
    if (!asset.isHidden) continue;
    found.set(asset, { asset, by: { file: asset.file } });
    queue.push(asset);
  }
  for (const meaning of meanings) search(meaning);
  for (let asset = queue.pop(); asset; asset = queue.pop()) {
    if (!TEXT.test(asset.file)) continue;
    const text = readFileSync(path.join(root, asset.file), 'utf8');
    const addresses = addressesIn(asset.file, text);
    const url = asset.output === undefined ? undefined : `/${asset.output}`;
    const toHtml = () => '';
    search({ file: asset.file, url, text, said: [], addresses, isDoubtful: false, toHtml });
  }
  return found;
}

/** What unpublished sources say as far as they can be understood. */
function meaningsOf({ hidden, drafts }: Sources, dialect: Dialect): Meaning[] {
  const byFile = new Map(drafts.map((post) => [`${POSTS_FOLDER}/${post.path}`, post]));
  return hidden.map((source) => meaningOf(source, byFile.get(source.file), dialect));
}

/** The same of one. */
function meaningOf(
  { file, text: { text }, urls }: HiddenSource,
  post: PostSource | undefined,
  dialect: Dialect,
): Meaning {
  const source = readSource(Buffer.from(text));
  const front = 'data' in source ? source : { data: {}, body: text };
  const { text: expanded, problems } = post
    ? dialect.expandPost(post)
    : { text: front.body, problems: [] };
  const values = stringsIn(toPlain(post?.data ?? front.data));
  return {
    file,
    url: urls[0],
    text,
    said: [expanded, values.join('\n')],
    addresses: [...values, post?.frontMatter.image?.path ?? []].flat(),
    isDoubtful: !post || problems.length > 0 || /\.mdx$/i.test(file),
    toHtml: () => dialect.toHtml(file, expanded),
  };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function lineOf(text: string, { file }: Asset): number | undefined {
  const { name, base } = path.posix.parse(file);
  for (const wanted of [base, encodeURI(base), name]) {
    const index = text.indexOf(wanted);
    if (index >= 0) return text.slice(0, index).split('\n').length;
  }
  return undefined;
}

/** The addresses in a file that is text. */
function addressesIn(file: string, text: string): string[] {
  if (/\.s?css$/i.test(file)) return referencesInCss(text);
  if (!/\.(?:x?html?|svg|xml|xsl)$/i.test(file)) return [];
  return referencesInHtml(text).references.map(({ address }) => address);
}

/** Static imports, in MDX, pages of the owner and templates. */
const IMPORT = /^[ \t]*(?:(?:im|ex)port\b|\})[^'"\n]*["']([^"'\n]+)/gm;

/**
 * Which files beside posts the published sources refer to, each by exactly its path: in the output they
 * have other names.
 */
function shownBesidePosts(
  root: string,
  candidates: readonly Asset[],
  { posts, pages, code }: Sources,
  site: Site,
  dialect: Dialect,
): Set<Asset> {
  const beside = candidates.filter(({ output }) => output === undefined);
  const shown = new Set<Asset>();
  if (beside.length === 0) return shown;
  const byFile = new Map(beside.map((asset) => [asset.file.normalize('NFC'), asset]));
  const mentions = createMentions(beside, site);
  const clear = (file: string, address: string) => {
    const name = decodePath(address.replace(/[?#].*$/s, ''));
    const place = path.posix.join(path.posix.dirname(file), name).normalize('NFC');
    const asset = name.startsWith('/') ? undefined : byFile.get(place);
    if (asset) shown.add(asset);
  };
  const clearText = (file: string, body: string, expand: () => string) => {
    if (mentions.in({ file }, body, true).length === 0) return;
    const html = dialect.toHtml(file, expand());
    for (const { address, by } of referencesInHtml(html).references) {
      if (by === 'markup') clear(file, address);
    }
    if (/\.mdx$/i.test(file)) clearImports(file, body.replace(/^(`{3,}|~{3,})[^]*?^\1/gm, ''));
  };
  const clearImports = (file: string, text: string) => {
    for (const [, module = ''] of text.matchAll(IMPORT)) clear(file, module);
  };

  for (const post of posts) {
    const file = `${POSTS_FOLDER}/${post.path}`;
    const { image } = post.frontMatter;
    if (image) clear(file, image.path);
    clearText(file, post.body, () => dialect.expandPost(post).text);
  }
  for (const page of pages) {
    clearText(page.file, page.body, () => dialect.expandPage(page).text);
  }
  for (const file of code) {
    const text = readFileSync(path.join(root, file), 'utf8');
    if (mentions.in({ file }, text).length > 0) clearImports(file, text);
  }
  return shown;
}

/**
 * The candidates that nothing published refers to. What a file refers to counts only if that file is
 * public itself.
 * @param candidates output paths
 * @param references from one output file to another, which is a candidate
 */
export function unreferenced(
  candidates: Iterable<string>,
  references: readonly (readonly [from: string, to: string])[],
): Set<string> {
  const withheld = new Set(candidates);
  let before: number;
  do {
    before = withheld.size;
    for (const [from, to] of references) if (!withheld.has(from)) withheld.delete(to);
  } while (withheld.size < before);
  return withheld;
}
