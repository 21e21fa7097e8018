import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getCollection, type CollectionEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { mayHoldDiagram, mermaidFile } from '../../markdown/diagrams.ts';

/** The library as its package has it: a module that fetches what a kind of diagram needs. */
const folder = path.dirname(mermaidFile() ?? '');
const ENTRY = 'mermaid.esm.min.mjs';
const CHUNKS = 'chunks/mermaid.esm.min';

/** It is part of the site only where a page has a diagram. */
export const getStaticPaths = (async () => {
  const entries = [...(await getCollection('posts')), ...(await getCollection('pages'))];
  if (!mermaidFile() || !entries.some(hasDiagram)) return [];
  const chunks = readdirSync(path.join(folder, CHUNKS)).filter((file) => file.endsWith('.mjs'));
  return [ENTRY, ...chunks.map((chunk) => `${CHUNKS}/${chunk}`)].map((file) => ({
    params: { file },
  }));
}) satisfies GetStaticPaths;

/** MDX is rendered later than this asks; its source tells as well. */
function hasDiagram({ rendered, filePath }: CollectionEntry<'posts' | 'pages'>): boolean {
  const { hasDiagram } = (rendered?.metadata?.['frontmatter'] ?? {}) as { hasDiagram?: boolean };
  return hasDiagram ?? (filePath ? mayHoldDiagram(readFileSync(filePath, 'utf8')) : false);
}

export const GET: APIRoute = ({ params: { file = '' } }) =>
  new Response(readFileSync(path.join(folder, file)), {
    headers: { 'content-type': 'text/javascript' },
  });
