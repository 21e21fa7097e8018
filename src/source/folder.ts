import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readData, type DataSource } from '../jekyll/rules/data-files.ts';
import type { Problem } from '../lib/problem.ts';
import { DATA_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import type { KnownAuthors } from './author.ts';
import { listPostFiles } from './formats.ts';
import { draftsElsewhere } from './drafts-elsewhere.ts';
import type { Verdict } from './gate.ts';
import { readPost, type PostSource, type Reading, type ReadOptions } from './read-post.ts';
import type { Readings } from './readings.ts';
import { otherPaths } from './same-file.ts';
import { isMapping } from '../jekyll/rules/yaml.ts';

/** All that the posts' folder holds. */
export interface Folder {
  posts: PostSource[];
  withheld: { path: string; verdict: Verdict }[];
  /** Posts with mistakes in their front matter, as far as they can be read. */
  unreadable: PostSource[];
  /** What stops a build. */
  problems: Problem[];
  /** What does not. */
  warnings: Problem[];
}

/** What is known of posts beside their files. */
interface KnownPosts {
  /** Bytes of files, by their path, that count instead of what is on the disk. */
  changed?: ReadonlyMap<string, Buffer> | undefined;
  /** What came of reading them the last time, where somebody keeps it. */
  readings?: Readings<Reading> | undefined;
}

/** Reads and judges every post of a project. Nothing is thrown for what an author did: see `problems`. */
export function readFolder(
  root: string,
  options: ReadOptions,
  { changed, readings }: KnownPosts = {},
): Folder {
  const folder: Folder = { posts: [], withheld: [], unreadable: [], problems: [], warnings: [] };
  const base = path.join(root, POSTS_FOLDER);
  const authors = knownAuthors({ root, report: (problem) => folder.problems.push(problem) });
  const files = listPostFiles(base);
  const linksOf = otherPaths(base, files, () =>
    draftsElsewhere(root).map((file) => path.posix.relative(POSTS_FOLDER, file)),
  );
  const { site, now, drafts, ownSchema } = options;
  readings?.under({ site, drafts, ownSchema, authors });
  for (const file of files) {
    const place = path.join(base, file);
    const links = linksOf(file);
    const read = () => {
      const bytes = changed?.get(file) ?? readFileSync(place);
      return readPost(file, bytes, { ...options, authors }, links);
    };
    const reading = readings?.of(place, links, now, read) ?? read();
    if (reading.kind === 'unreadable') {
      folder.problems.push(...reading.problems);
      if (reading.post) folder.unreadable.push(reading.post);
      continue;
    }
    folder.warnings.push(...reading.warnings);
    if (reading.kind === 'post') folder.posts.push(reading.post);
    else folder.withheld.push(reading);
  }
  return folder;
}

/** The authors that posts may name by their key: `src/liquid/data/authors.yml`, as in themes for Jekyll. */
function knownAuthors(source: DataSource): KnownAuthors {
  const { authors } = readData(DATA_FOLDER, source);
  return isMapping(authors) ? authors : {};
}
