import { existsSync } from 'node:fs';
import path from 'node:path';
import { mdxToJs, mdxToMdast } from 'satteri';
import { markdownOptions } from '../markdown/processor.ts';
import { filesBelow } from '../lib/files.ts';
import type { Problem } from '../lib/problem.ts';
import { MDX_FOLDER } from '../site/paths.ts';

/** What is code in an MDX file, or holds some: imports, exports, components, expressions. */
const CODE = /^mdx/;

/** The code of an MDX file that brings in others. https://mdxjs.com/docs/what-is-mdx/#esm */
const ESM = 'mdxjsEsm';

/** Endings that Vite tries for an import without one. https://vite.dev/config/shared-options#resolve-extensions */
const ENDINGS = ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'];

const { features } = markdownOptions;

/** A part of an MDX file. */
interface MdxNode {
  type: string;
  value?: string;
  children?: readonly MdxNode[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}

/** The blocks of an MDX file that are Markdown alone, for excerpts and word counts. */
export function proseOf(source: string): string {
  return childrenOf(mdxToMdast(source, { features }) as MdxNode)
    .filter((block) => !holdsCode(block))
    .map(({ position }) => source.slice(position?.start.offset, position?.end.offset))
    .join('\n\n');
}

function holdsCode(node: MdxNode): boolean {
  return codeIn(node).length > 0;
}

function childrenOf({ children = [] }: MdxNode): readonly MdxNode[] {
  return children;
}

/**
 * What is wrong with the text of an MDX file: its syntax, components that nobody defines, imports of
 * files that are not there. The bundler would stop for the first, and tell it without file or line.
 * @param file relative to the project's root
 */
export function mdxProblems(
  root: string,
  file: string,
  { body, bodyLine }: { body: string; bodyLine: number },
): Problem[] {
  const compiled = compile(file, { body, bodyLine });
  if (typeof compiled !== 'string') return [compiled];
  const folder = path.join(root, path.dirname(file));
  const imports = childrenOf(mdxToMdast(body, { features }) as MdxNode).filter(
    ({ type }) => type === ESM,
  );
  return [
    ...missingComponents(compiled, imports, mdxComponents(root)).map((value) => ({
      file,
      line: bodyLine + lineOf(body, body.indexOf(`<${value}`)),
      field: 'component',
      value,
      message:
        'expected a component that the file imports or exports, or that lies in src/custom/mdx/',
      hint: `For a character such as \`<\` write \`\\<\`; for a component, \`import ${value.split('.')[0]} from '…'\`, or \`${MDX_FOLDER}/${value}.astro\` for all texts.`,
    })),
    ...imports.flatMap((node) =>
      importedFiles(node.value ?? '')
        .filter(({ address }) => !isThere(path.join(folder, address)))
        .map(({ address, offset }) => ({
          file,
          line: bodyLine + lineOf(body, (node.position?.start.offset ?? 0) + offset),
          field: 'import',
          value: address,
          message: 'expected a file that exists',
        })),
    ),
  ];
}

/**
 * The code that an MDX text becomes, or what is wrong with its syntax.
 * @param file relative to the project's root
 */
export function compile(
  file: string,
  { body, bodyLine }: { body: string; bodyLine: number },
): string | Problem {
  try {
    return mdxToJs(body, { features }).code;
  } catch (error) {
    const { line, message } = syntaxError(error);
    return { file, line: bodyLine + line - 1, message };
  }
}

/** Sätteri begins its messages with the place, and ends them with the name of the rule. */
function syntaxError(error: unknown): { line: number; message: string } {
  const text = error instanceof Error ? error.message : String(error);
  const [, line = '1', message = text] =
    /^(\d+):\d+: (.*?)(?: \(mdx[\w-]*:[\w-]+\))?$/s.exec(text) ?? [];
  return { line: Number(line), message: `cannot be read as MDX: ${message}` };
}

/**
 * What is to be said of code that fails when the page is made. Its line is that of the first piece of
 * code that has a word of the reason, or of the only piece there is.
 * @param file relative to the project's root
 */
export function codeFailure(
  file: string,
  { body, bodyLine }: { body: string; bodyLine: number },
  reason: string,
): Problem {
  const words = [...reason.matchAll(/^(?:\w+\.)*(\w+) is |['"\x60]([^'"\x60]+)['"\x60]/g)].map(
    ([, name, quoted]) => name ?? quoted ?? '',
  );
  const pieces = codeIn(mdxToMdast(body, { features }) as MdxNode);
  const places = pieces.flatMap(({ position }) => {
    const start = position?.start.offset ?? 0;
    const code = body.slice(start, position?.end.offset);
    const place = [reason, ...words]
      .map((word) => code.search(new RegExp(`(?<![\\w$])${RegExp.escape(word)}(?![\\w$])`)))
      .find((at) => at >= 0);
    return place === undefined ? [] : [start + place];
  });
  const shown = pieces.filter(({ type }) => type !== ESM);
  const [place = shown.length === 1 ? shown[0]?.position?.start.offset : undefined] = places;
  return {
    file,
    line: place === undefined ? undefined : bodyLine + lineOf(body, place),
    message: `its code cannot be run: ${reason}`,
  };
}

/** The outermost parts that are code, or hold some. */
function codeIn(node: MdxNode): MdxNode[] {
  return CODE.test(node.type) ? [node] : childrenOf(node).flatMap(codeIn);
}

/**
 * The compiled module asks for what it finds nowhere in scope. Astro has `Fragment`, and what the file
 * exports as `components`.
 */
function missingComponents(
  code: string,
  esm: readonly MdxNode[],
  given: readonly string[],
): string[] {
  const exported =
    esm.find(({ value = '' }) => /^export const components\b/m.test(value))?.value ?? '';
  return [...code.matchAll(/\b_missingMdxReference\("([^"]+)", \w+\);/g)]
    .map(([, name = '']) => name)
    .filter(
      (name) =>
        !['Fragment', ...given].includes(name) &&
        !new RegExp(`\\b${RegExp.escape(name)}\\b`).test(exported),
    );
}

/** The owner's components that need no import. */
function mdxComponents(root: string): string[] {
  return filesBelow(path.join(root, MDX_FOLDER))
    .filter((file) => file.endsWith('.astro') && !file.includes('/'))
    .map((file) => path.posix.basename(file, '.astro'));
}

/** Files that a piece of ESM imports by a path beside it, and where that ends. */
function importedFiles(source: string): { address: string; offset: number }[] {
  const imports = source.matchAll(
    /^\s*(?:import\s*|(?:import|export)\b[^'"=()]*?\bfrom\s*)['"](\.{1,2}\/[^'"?]+)/gm,
  );
  return [...imports].map((match) => ({
    address: match[1] ?? '',
    offset: match.index + match[0].length,
  }));
}

/** How many lines come before a place. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split('\n').length - 1;
}

function isThere(file: string): boolean {
  return ENDINGS.some((ending) => existsSync(file + ending));
}
