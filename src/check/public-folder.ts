import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { isLeftover } from '../lib/leftovers.ts';
import type { Problem } from '../lib/problem.ts';
import { POSTS_FOLDER, PUBLIC_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { isDraftsFolder, readsLikeDrafts } from '../source/gate-place.ts';
import { gate } from '../source/gate.ts';
import { isPublic } from '../source/status.ts';
import { holdsFlag } from '../jekyll/rules/lost-front-matter.ts';
import { readSource } from '../source/source.ts';

/** Files in which an author may have written front matter. */
const WITH_FRONT_MATTER = /\.(?:md|markdown|mkdn?|mkdown|mdown|mdx|html?|txt|textile)$/i;

/**
 * What must not be in `public/`, because everything in it is published: folders of drafts, texts that say
 * that they are none to be read yet, links that lead nowhere or in a circle.
 */
export function publicProblems(root: string, site: Site): Problem[] {
  const folder = path.join(root, PUBLIC_FOLDER);
  const links = brokenLinks(folder);
  if (links.length > 0) return links;
  const files = filesBelow(folder).filter((file) => !isLeftover(file));
  const drafts = Map.groupBy(files, draftsFolderOf);
  return [...drafts].flatMap(([drafts, files]) =>
    drafts === ''
      ? files.flatMap((file) => unpublishedText(folder, file, site))
      : {
          file: `${PUBLIC_FOLDER}/${drafts}`,
          message: 'is a folder for drafts, but everything in public/ is published as it is',
          hint: `Move it to ${POSTS_FOLDER}/, or give it another name.`,
        },
  );
}

/** The folder of a path that drafts are kept in, or that reads as if they were; empty where there is none. */
function draftsFolderOf(file: string): string {
  const parts = file.split('/').slice(0, -1);
  const index = parts.findIndex((part) => isDraftsFolder(part) || readsLikeDrafts(part));
  return parts
    .slice(0, index + 1)
    .map((part) => `${part}/`)
    .join('');
}

const OF_NO_EFFECT = 'is of no effect here: everything in public/ is published as it is';

/** What is wrong with a text whose front matter says that it is not for the public. */
function unpublishedText(folder: string, name: string, site: Site): Problem[] {
  if (!WITH_FRONT_MATTER.test(name)) return [];
  const bytes = readFileSync(path.join(folder, name));
  const file = `${PUBLIC_FOLDER}/${name}`;
  const hint = `Move the file to ${POSTS_FOLDER}/, or take it out of public/.`;
  const isMarkdown = /\.m\w+$/i.test(name);
  const hasBlock = /^(?:\uFEFF)?---[ \t]*\r?\n/.test(bytes.subarray(0, 100).toString('utf8'));
  if (!hasBlock && !isMarkdown) return [];
  const source = readSource(bytes);
  if ('message' in source) {
    const isMeant = isMarkdown && holdsFlag(bytes.toString('utf8'));
    const message = `front matter ${OF_NO_EFFECT}`;
    return isMeant ? [{ file, line: source.line, message, hint }] : [];
  }
  const { data, lineOf } = source;
  const verdict = gate({ data, path: 'text', date: undefined, now: 0, site });
  if ('status' in verdict && isPublic(verdict.status)) return [];
  const wanted = 'status' in verdict ? verdict.reason : `\`${verdict[0]?.field}\``;
  const field = Object.keys(data).find((key) => wanted.includes(`\`${key}\``));
  return [
    {
      file,
      ...(field !== undefined && { line: lineOf(field), field, value: data[field] }),
      message: OF_NO_EFFECT,
      hint,
    },
  ];
}

/** Links on which copying fails: to nothing, or to a folder in which they lie. */
function brokenLinks(folder: string): Problem[] {
  const problems: Problem[] = [];
  const visit = (below: string, above: readonly string[]) => {
    const here = path.join(folder, below);
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      const name = below + entry.name;
      const real = realPathOf(path.join(here, entry.name));
      const isLoop = real !== undefined && above.includes(real);
      if (real === undefined || isLoop) {
        const target = readlinkSync(path.join(here, entry.name));
        problems.push({
          file: `${PUBLIC_FOLDER}/${name}`,
          message: isLoop
            ? `is a link to ${target}, a folder that it lies in: copying would never end`
            : `is a link to ${target}, which does not exist`,
          hint: entry.name.startsWith('.#')
            ? 'An editor has the file open: save it there.'
            : 'Take the link away, or mend it.',
        });
      } else if (statSync(real).isDirectory()) visit(`${name}/`, [...above, real]);
    }
  };
  if (existsSync(folder)) visit('', [realpathSync(folder)]);
  return problems;
}

/** Where a path leads in the end; nothing for a link to nowhere or to itself. */
function realPathOf(place: string): string | undefined {
  try {
    return realpathSync(place);
  } catch {
    return undefined;
  }
}
