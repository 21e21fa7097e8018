import type { MarkdownHeading } from 'astro';
import { Records } from './records.ts';

/** What a page shows of an entry beside its data. */
interface Text {
  html: string;
  headings: MarkdownHeading[];
}

/**
 * The rendered texts of a collection, by the digests of its entries. Lists need the data of all entries, and a page one
 * text: so texts lie in a file of their own.
 */
export type Texts = Records<Text>;

declare global {
  var galleyTexts: Map<string, Texts> | undefined;
}

// Pages run in a bundle of their own, which shares no modules with the loaders.
const opened = (globalThis.galleyTexts ??= new Map());

/** The texts of a collection, read when they are first asked for. */
export function openTexts(collection: string, file: string): Texts {
  const texts = opened.get(collection) ?? new Records<Text>(file);
  opened.set(collection, texts);
  return texts;
}
/** An entry of the content store with its text. */
export function withText<
  Entry extends {
    collection: string;
    digest?: string | number | undefined;
    rendered?: { html: string; metadata?: object | undefined } | undefined;
  },
>(entry: Entry): Entry {
  const text = opened.get(entry.collection)?.get(String(entry.digest));
  if (!text || !entry.rendered) return entry;
  const { html, headings } = text;
  const metadata = { ...entry.rendered.metadata, headings };
  return { ...entry, rendered: { ...entry.rendered, html, metadata } };
}
