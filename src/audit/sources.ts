import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, isText, textInAnyEncoding } from '../lib/files.ts';
import { isLeftover } from '../lib/leftovers.ts';
import { readPages, type DocumentSource, type PageSource } from '../source/read-page.ts';
import { bundled, readFileName } from '../jekyll/rules/file-name.ts';
import { formatOf } from '../source/formats.ts';
import { draftsElsewhere } from '../source/drafts-elsewhere.ts';
import { readFolder } from '../source/folder.ts';
import { isPublic } from '../source/status.ts';
import { hidingPart } from '../source/gate-place.ts';
import { notesOf } from '../source/notes.ts';
import { readPost, type PostSource } from '../source/read-post.ts';
import { readSource } from '../source/source.ts';
import { readTerms } from '../jekyll/rules/taxonomy.ts';
import { toPlain, toText } from '../jekyll/rules/yaml.ts';
import { CONTENT_FOLDER, PAGES_FOLDER, POSTS_FOLDER, PUBLIC_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import type { Syntax } from './scan.ts';
import type { Name, SourceText } from './secrets.ts';

/** A post or page that the public may read. */
interface PublishedSource {
  /** Path relative to the project's root. */
  file: string;
  /** Whether no list may name it. */
  isUnlisted: boolean;
  /** Its path, address and front matter, as JSON. */
  about: SourceText;
  /** What it says, without what its author wrote into it for themselves. */
  text: SourceText;
  /** The latter: comments. */
  notes: SourceText[];
  /** Where it is, and old paths that lead there; below the base path. */
  urls: string[];
}

/** What the public may not see, or what no list may name: a post, a page, a backup. */
export interface HiddenSource {
  /** Path relative to the project's root. */
  file: string;
  text: SourceText;
  names: Name[];
  terms: Name[];
  /** Where it would be, and old paths that lead there; below the base path. */
  urls: string[];
}

/** A file that is neither post nor page: a picture, a download, a style sheet. */
export interface Asset {
  /** Path relative to the project's root. */
  file: string;
  /** Path in the output, for what is copied from `public/`. */
  output?: string;
  /** Lies in a folder that keeps what is in it from the public, as `_drafts/` does. */
  isHidden?: boolean;
}

/** What the site is made of. */
export interface Sources {
  published: PublishedSource[];
  /** The posts among them. */
  posts: PostSource[];
  pages: (PageSource & { file: string })[];
  /** Documents of collections, with and without a page. */
  documents: DocumentSource[];
  /** Drafts, scheduled posts, hidden pages, what editors leave beside them, texts in hidden folders. */
  hidden: HiddenSource[];
  /** The posts among them that can be read. */
  drafts: PostSource[];
  /** Unlisted posts, as what no list may name. */
  unlisted: HiddenSource[];
  /** Files of `public/` and files beside posts. */
  assets: Asset[];
  /** Our code and the owner's, whose texts are in every page; relative to the project's root. */
  code: string[];
}

/** Files whose content is text. */
export const TEXT =
  /\.(?:astro|c?m?[jt]sx?|css|csv|geojson|html?|json|liquid|map|mdx?|md|scss|svg|textile|toml|tsv|txt|vtt|webmanifest|xml|xsl|ya?ml)$/i;

/** How a file is written, by its ending. */
export function syntaxOf(file: string): Syntax {
  if (formatOf(file) !== undefined && formatOf(file) !== 'verbatim') return 'markdown';
  if (/\.(?:json|geojson|webmanifest|map)$/i.test(file)) return 'json';
  return /\.(?:c?m?[jt]sx?|css|scss)$/i.test(file) ? 'code' : 'markup';
}

/** Whether a post has a page and is in no list. */
export function isUnlisted({ verdict }: PostSource): boolean {
  return verdict.status === 'unlisted';
}

/** Reads what the site is made of from its sources alone, whatever the build did with them. */
export function readSources(root: string, site: Site, now: number): Sources {
  const options = { site, now, drafts: false };
  const { posts, withheld } = readFolder(root, options);
  const { pages, documents, withheld: hiddenPages } = readPages(root, options);

  // What cannot be published for its encoding is no less secret.
  const read = (file: string) =>
    Buffer.from(textInAnyEncoding(readFileSync(path.join(root, file))));
  const hiddenFile = (file: string) => ({ urls: [], terms: [], ...aboutFile(file, read(file)) });
  const drafts: PostSource[] = [];
  const hiddenPost = ({ path: name }: { path: string }): HiddenSource => {
    const source = hiddenFile(`${POSTS_FOLDER}/${name}`);
    const reading = readPost(name, read(source.file), { ...options, drafts: true });
    if (reading.kind !== 'post') return { ...source, ...aboutHalfWritten(name, read(source.file)) };
    if (!isPublic(reading.post.verdict.status)) drafts.push(reading.post);
    return { ...source, ...aboutPost(reading.post) };
  };
  const elsewhere = draftsElsewhere(root);
  const hidden = [
    ...withheld.map(hiddenPost),
    ...hiddenPages.map((name) => hiddenFile(`${PAGES_FOLDER}/${name}`)),
    ...elsewhere.map(hiddenFile),
  ];

  const assets: Asset[] = [];
  const code: string[] = [];
  const all = ['src', PUBLIC_FOLDER].flatMap((folder) =>
    filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`),
  );
  for (const file of all) {
    const name = path.posix.basename(file);
    if (elsewhere.includes(file)) continue;
    if (file.startsWith(`${PUBLIC_FOLDER}/`))
      assets.push({ file, output: file.slice(PUBLIC_FOLDER.length + 1) });
    else if (!file.startsWith(`${CONTENT_FOLDER}/`)) {
      if (TEXT.test(name)) code.push(file);
    } else if (!formatOf(name)) {
      if (name.startsWith('.') || isLeftover(name)) hidden.push(hiddenFile(file));
      else if (hidingPart(file.split('/').slice(3).join('/')) === undefined) assets.push({ file });
      else {
        assets.push({ file, isHidden: true });
        if (isText(path.join(root, file))) hidden.push(hiddenFile(file));
      }
    }
  }
  return {
    published: [
      ...posts.map(publishedPost),
      // Documents without pages can be shown anywhere.
      ...[...new Set([...pages, ...documents])].map(publishedPage),
    ],
    posts,
    documents,
    pages: pages.map((page) => ({ ...page, file: `${PAGES_FOLDER}/${page.path}` })),
    hidden,
    drafts,
    unlisted: [
      // The row that leads on from a post names its address.
      ...posts
        .filter((post) => isUnlisted(post) && post.frontMatter.redirect_to === undefined)
        .map(hiddenPost),
      ...pages
        .filter(({ data }) => data.unlisted && data.redirectTo === undefined)
        .map(({ path: name, data }) => ({
          ...hiddenFile(`${PAGES_FOLDER}/${name}`),
          urls: [data.url, ...data.redirectFrom],
        })),
    ],
    assets,
    code,
  };
}

function publishedPost(post: PostSource): PublishedSource {
  const { path: name, url, redirectFrom, data, body, bodyLine, frontMatter } = post;
  const file = `${POSTS_FOLDER}/${name}`;
  const urls = [url, ...redirectFrom];
  // Also what its keys stand for in a list of authors.
  const { authors } = frontMatter;
  const hasLiquid = formatOf(name) !== 'mdx' && frontMatter.render_with_liquid !== false;
  return {
    ...publishedText(file, [name, urls, toPlain(data), authors], {
      body,
      bodyLine,
      hasLiquid,
    }),
    urls,
    isUnlisted: isUnlisted(post),
  };
}

function publishedPage({
  path: name,
  data,
  frontMatter,
  body,
  bodyLine,
  document,
}: PageSource): PublishedSource {
  const file = `${PAGES_FOLDER}/${name}`;
  const urls = document?.hasPage === false ? [] : [data.url, ...data.redirectFrom];
  return {
    ...publishedText(file, [name, urls, frontMatter], { body, bodyLine, hasLiquid: true }),
    urls,
    isUnlisted: data.unlisted === true,
  };
}

function publishedText(
  file: string,
  about: unknown,
  { body, bodyLine, hasLiquid }: Pick<PostSource, 'body' | 'bodyLine'> & { hasLiquid: boolean },
) {
  const { text, notes } = notesOf(body, hasLiquid);
  const syntax = syntaxOf(file);
  const lineOf = (offset: number) => bodyLine + body.slice(0, offset).split('\n').length - 1;
  return {
    file,
    about: { file, line: 1, text: JSON.stringify(about), syntax: 'json' as const },
    text: { file, line: bodyLine, text, syntax },
    notes: notes.map(({ text, offset }) => ({ file, line: lineOf(offset), text, syntax })),
  };
}

/** What a file says by its name and its text. */
function aboutFile(file: string, bytes: Buffer): Pick<HiddenSource, 'file' | 'text' | 'names'> {
  const source = readSource(bytes);
  const front = 'data' in source ? source : undefined;
  const { name } = path.posix.parse(bundled(file));
  return {
    file,
    text: {
      file,
      line: 1,
      text: bytes.toString(),
      syntax: syntaxOf(file),
    },
    names: [
      ...['title', 'slug', 'description'].flatMap((key): Name[] => {
        const name = toText(front?.data[key]);
        const kind = key === 'title' ? { kind: 'title' as const } : {};
        return name ? [{ file, line: front?.lineOf(key), name, ...kind }] : [];
      }),
      { file, name },
      { file, name: readFileName(path.posix.basename(bundled(file))).slug },
    ],
  };
}

function aboutPost({ path: name, url, redirectFrom, terms }: PostSource) {
  const file = `${POSTS_FOLDER}/${name}`;
  return {
    urls: [url, ...redirectFrom],
    terms: [...terms.categories, ...terms.tags].map((name) => ({
      file,
      name,
      kind: 'term' as const,
    })),
  };
}

/** What a draft says of itself that cannot be read yet. */
function aboutHalfWritten(name: string, bytes: Buffer): Pick<HiddenSource, 'terms' | 'names'> {
  const file = `${POSTS_FOLDER}/${name}`;
  const { names } = aboutFile(file, bytes);
  const source = readSource(bytes);
  const { categories } = readFileName(name);
  if ('data' in source) {
    const { tags, categories: own } = readTerms(source.data, categories);
    return { names, terms: termsOf(file, [...own, ...tags]) };
  }
  // Its lines are taken as they stand.
  const lines = bytes.toString('utf8').split('\n', HEAD_LINES);
  const values = lines.flatMap((text, i) => {
    const [, key = '', value = ''] =
      /^\s*(title|slug|tags?|categor(?:y|ies))\s*:\s*(.+)/i.exec(text) ?? [];
    const isTitle = /^(?:title|slug)/i.test(key);
    const parts = isTitle ? [value] : value.split(/[\s,[\]]+/);
    return parts
      .map((part) => part.replace(/^["']+|["'\s]+$/g, ''))
      .filter((name) => name !== '')
      .map((name): Name => ({ file, line: i + 1, name, kind: isTitle ? 'title' : 'term' }));
  });
  return { terms: values, names };
}

/** So far front matter goes that has no end. */
const HEAD_LINES = 40;

function termsOf(file: string, terms: readonly string[]): Name[] {
  return terms.map((name) => ({ file, name, kind: 'term' }));
}
