import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createResolve,
  createTargets,
  isAnyFragment,
  type LocalAddress,
} from '../html/local-address.ts';
import {
  referencesInCss,
  referencesInHtml,
  stringsInScript,
  type Reference,
} from '../html/references.ts';
import { detached } from '../lib/detached.ts';
import { once } from '../lib/once.ts';
import type { Site } from '../site/schema.ts';

/** An address in the output that leads to the site itself, and where it leads. */
interface Link extends Reference, LocalAddress {}

/** What files of the output refer to. */
export interface Links {
  /** Each once. */
  all: Link[];
  /** Those of each file that has some, by their numbers. */
  ofFiles: Map<string, Uint32Array>;
}

/** Collects the links of one file after the other. */
export interface LinkReader {
  /** @param text reads the file */
  read(file: string, text: () => string): void;
  links: Links;
}

/** @param copied files of the output that are the owner's: of data only theirs may refer to something */
export function createLinkReader(site: Site, copied: ReadonlySet<string>): LinkReader {
  const resolve = createResolve(site);
  const table = createTable();
  /** Addresses that mean the same in every page. */
  const everywhere = new Map<string, Everywhere>();
  return {
    links: table.links,
    read(file, text) {
      const { references, ids, base } = referencesIn(file, text, copied);
      if (references.length === 0) return;
      const page = `/${file.split('/').map(encodeURIComponent).join('/')}`;
      // A page that is relative to another site has no relative addresses here.
      const here = base === undefined ? page : pageAt(resolve(base, page));
      const own = `/${file}`.normalize('NFC');
      const seen = new Set<string>();
      const numbers: number[] = [];
      for (const { address, by } of references) {
        let known = everywhere.get(address);
        if (!known) {
          if (seen.has(address)) continue;
          seen.add(address);
          const isRelative = !/^(?:\/|https?:\/\/)/i.test(address);
          const from = isRelative ? here : page;
          const place = from === undefined ? undefined : resolve(address, from);
          if (isRelative) {
            // A place of its own stays there while the file does.
            const isOwn =
              place?.path === own &&
              by === 'markup' &&
              (isAnyFragment(place.fragment) || ids?.has(place.fragment));
            if (place && !isOwn) numbers.push(table.add({ address, by, ...place }));
            continue;
          }
          everywhere.set(detached(address), (known = { place, numbers: {}, seenIn: '' }));
        }
        if (!known.place || known.seenIn === file) continue;
        known.seenIn = file;
        numbers.push((known.numbers[by] ??= table.add({ address, by, ...known.place })));
      }
      if (numbers.length > 0) table.links.ofFiles.set(file, new Uint32Array(numbers));
    },
  };
}

/** What is known of an address that means the same in every page. */
interface Everywhere {
  place: LocalAddress | undefined;
  /** Its numbers as a link, by who uses it. */
  numbers: Partial<Record<Reference['by'], number>>;
  /** The last file in which it stands. */
  seenIn: string;
}

/** The links of some files, of each where it is wanted. */
export function joinLinks(
  parts: readonly Links[],
  isWanted: (file: string) => boolean = () => true,
): Links {
  const table = createTable();
  for (const { all, ofFiles } of parts) {
    const numbers = new Map<number, number>();
    const numberOf = (old: number) => {
      let number = numbers.get(old);
      const link = all[old];
      if (number === undefined && link) numbers.set(old, (number = table.add(link)));
      return number ?? 0;
    };
    for (const [file, old] of ofFiles) {
      if (isWanted(file)) table.links.ofFiles.set(file, old.map(numberOf));
    }
  }
  return table.links;
}

function createTable() {
  const links: Links = { all: [], ofFiles: new Map() };
  const numbers = new Map<string, number>();
  return {
    links,
    /** The number of a link. */
    add(link: Link): number {
      const { address, by, path, fragment } = link;
      const key = `${by}\0${address}\0${path}\0${fragment}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = links.all.length;
        links.all.push({ address: detached(address), by, path, fragment });
        numbers.set(detached(key), number);
      }
      return number;
    },
  };
}

/** A reference from one file of the output to another: both are paths in it. */
type OutputReference = readonly [from: string, to: string];

/** What has to be known of the links of a site. */
export interface Followed {
  /** References to candidates. */
  shown: OutputReference[];
  /** What may be one, in scripts. */
  inScripts: OutputReference[];
  /** What leads nowhere. */
  nowhere: (LocalAddress & { from: string; address: string })[];
}

/**
 * Follows links to the files of a site.
 * @param folder of the site
 * @param all every file in it
 * @param candidates those of which it has to be known who refers to them
 */
export function follow(
  { all: links, ofFiles }: Links,
  folder: string,
  all: readonly string[],
  candidates: ReadonlySet<string>,
): Followed {
  const idsIn = once((page) => referencesInHtml(readFileSync(path.join(folder, page), 'utf8')).ids);
  const targetOf = createTargets(all, folder);
  const isPage = (file: string) => file.endsWith('.html');
  const targets = links.map(({ path }) => targetOf(path));
  const isNowhere = links.map(({ by, fragment }, number) => {
    const target = targets[number];
    if (by !== 'markup') return false;
    if (target === undefined) return true;
    return isPage(target) && !isAnyFragment(fragment) && !idsIn(target).has(fragment);
  });
  const followed: Followed = { shown: [], inScripts: [], nowhere: [] };
  for (const [file, numbers] of ofFiles) {
    for (const number of numbers) {
      const target = targets[number];
      const link = links[number];
      if (target !== undefined && candidates.has(target)) {
        (link?.by === 'script' ? followed.inScripts : followed.shown).push([file, target]);
      }
      if (link && isNowhere[number] && isPage(file)) followed.nowhere.push({ from: file, ...link });
    }
  }
  return followed;
}

/** Files that hold data, in which only the owner's refer to something. */
const DATA = /\.(?:xml|xsl|json|webmanifest)$/i;

/** Whether it depends on the other files of a site what a file refers to. */
export function isData(file: string): boolean {
  return DATA.test(file);
}

function referencesIn(
  file: string,
  text: () => string,
  copied: ReadonlySet<string>,
): { references: Reference[]; ids?: Set<string>; base?: string } {
  const as = (by: Reference['by'], addresses: string[]) => ({
    references: addresses.map((address) => ({ address, by })),
  });
  if (/\.(?:x?html?|svg)$/i.test(file)) return referencesInHtml(text());
  if (/\.css$/i.test(file)) return as('markup', referencesInCss(text()));
  if (/\.m?js$/i.test(file)) return as('script', stringsInScript(text()));
  if (!DATA.test(file) || !copied.has(file)) return { references: [] };
  return /\.(?:json|webmanifest)$/i.test(file)
    ? as('data', stringsInJson(text()))
    : referencesInHtml(text());
}

function pageAt(place: LocalAddress | undefined): string | undefined {
  return place && encodeURI(place.path).replace(/[?#]/g, encodeURIComponent);
}

function stringsInJson(text: string): string[] {
  const strings: string[] = [];
  try {
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string') strings.push(value);
    });
  } catch {
    // What cannot be read shows nothing.
  }
  return strings;
}
