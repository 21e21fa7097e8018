import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import type { Finding } from './report.ts';

const PROGRAM = /\.(?:[cm]?js|css|wasm|json)$/;

/** Tells what of the output libraries say: nobody writes about an unpublished post there. */
export interface Libraries {
  /**
   * Without what stands in files that are those of a library byte for byte, and without names that
   * are a string in a library where a script has them.
   * @param output folder of the site
   */
  without(findings: readonly Finding[], output: string): Finding[];
}

/** Prepares for that. Nothing is read until something was found. */
export function createLibraries(root: string): Libraries {
  let sizes: Map<number, string[]> | undefined;
  const bySize = () => (sizes ??= Map.groupBy(libraryFiles(root), (file) => statSync(file).size));

  const isCopy = (file: string) => {
    const same = bySize().get(statSync(file).size) ?? [];
    if (same.length === 0) return false;
    const bytes = readFileSync(file);
    return same.some((other) => bytes.equals(readFileSync(other)));
  };
  /** Which words are strings of their own in a library. */
  const stringsAmong = (words: ReadonlySet<string>): Set<string> => {
    const found = new Set<string>();
    for (const file of [...bySize().values()].flat()) {
      if (found.size === words.size) break;
      const text = readFileSync(file, 'latin1').toLowerCase();
      for (const [, string = ''] of text.matchAll(/["'`]([^"'`\n]{1,60})["'`]/g)) {
        if (words.has(string)) found.add(string);
      }
    }
    return found;
  };

  return {
    without(findings, output) {
      const programs = new Set(
        findings.filter(({ output }) => PROGRAM.test(output)).map(({ output }) => output),
      );
      if (programs.size === 0) return [...findings];
      const copies = new Set([...programs].filter((file) => isCopy(path.join(output, file))));
      const others = findings.filter(({ output }) => !copies.has(output));
      const isString = ({ output, readable, kinds }: Finding) =>
        output.endsWith('js') && !readable && !kinds.has('phrase');
      const words = new Set(others.filter(isString).map(({ words }) => words.toLowerCase()));
      if (words.size === 0) return others;
      const known = stringsAmong(words);
      return others.filter(
        (finding) => !isString(finding) || !known.has(finding.words.toLowerCase()),
      );
    },
  };
}

/**
 * The programs of the packages that the project asks for, not of those that these ask for; and of
 * Mermaid, which diagrams bring along, whoever asks for it.
 */
function libraryFiles(root: string): string[] {
  const manifest = path.join(root, 'package.json');
  if (!existsSync(manifest)) return [];
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  const packages = new Set([...Object.keys(dependencies), 'mermaid']);
  return [...packages].flatMap((name) => {
    const folder = path.join(root, 'node_modules', name);
    return filesBelow(folder).flatMap((file) => {
      return PROGRAM.test(file) && !file.includes('node_modules/') ? path.join(folder, file) : [];
    });
  });
}
