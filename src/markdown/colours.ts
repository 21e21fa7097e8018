import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  createOnigurumaEngine,
  guessEmbeddedLanguages,
  type Highlighter,
} from 'shiki';
import { once } from '../lib/once.ts';
import { codeBlocks } from './code-blocks.ts';
import { knownLanguage } from './code-language.ts';

/** The colours are in `styles/code.css`, for light and dark. */
const THEME = createCssVariablesTheme({ variablePrefix: '--astro-code-' });

/**
 * A block of code as the site shows it.
 * @param lang as Shiki calls it; what it does not know is not coloured
 * @param meta what `code-meta.ts` reads
 */
export async function highlighted(code: string, lang: string, meta = '') {
  const known = knownLanguage(lang) ?? 'plaintext';
  const languages = [known, ...(await embeddedIn(code, known))];
  const highlighter = await highlighterOf(languages.join(' '));
  return highlighter.codeToHast(code, {
    lang: known,
    theme: 'css-variables',
    meta: { __raw: meta },
    transformers: [codeBlocks],
  });
}

/**
 * One Shiki for each language and for what its blocks embed: languages that were loaded for other blocks
 * would colour what they find in this one, so its look would depend on what has been rendered before.
 */
const highlighterOf = once((languages: string): Promise<Highlighter> => {
  engine ??= createOnigurumaEngine(import('shiki/wasm'));
  const langs = languages.split(' ');
  // It warns of many, because few share one.
  return createHighlighter({ langs, themes: [THEME], engine, warnings: false });
});

let engine: ReturnType<typeof createOnigurumaEngine> | undefined;

/** By each of its names, how a language is loaded. */
const loaders = new Map(Object.entries(bundledLanguages));

/** The languages in a block of code that its own does not need, but can show: those of fences, front matter and scripts. */
async function embeddedIn(code: string, lang: string): Promise<string[]> {
  const guessed = guessEmbeddedLanguages(code, lang);
  if (guessed.length === 0) return [];
  const grammars = (await loaders.get(lang)?.())?.default ?? [];
  const embedded = new Set(
    grammars.flatMap(({ embeddedLangsLazy = [] }) =>
      embeddedLangsLazy.map((name) => loaders.get(name)),
    ),
  );
  return guessed.filter((name) => embedded.has(loaders.get(name))).toSorted();
}
