import { gunzipSync } from 'node:zlib';
import { ContentError } from '../../lib/problem.ts';

/** What a server says to one request. */
export interface Answer {
  /** Where it came from in the end, after redirects. */
  url: URL;
  /** Whether there is something at the address. */
  isThere: boolean;
  /** Media type, without its parameters. */
  type: string;
  /** Of a text alone. */
  text: string;
}

/** Asks a server; nothing where it does not answer. */
export type Ask = (address: string) => Promise<Answer | undefined>;

/** So many requests are under way at once, so that the site goes on for its readers. */
const AT_ONCE = 4;
const PATIENCE = 20_000;
const TEXT = /^text\/|\bxml\b|\bjson\b/;

/** Asks with a name that owners find in their logs, and gives up after a while. */
export const ask: Ask = async (address) => {
  try {
    const response = await fetch(address, {
      headers: { 'user-agent': 'Galley verify', accept: 'text/html, */*;q=0.8' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    const isText =
      TEXT.test(type) || /\.(?:xml|xml\.gz|json|html?)$/i.test(new URL(address).pathname);
    const text = isText ? readText(Buffer.from(await response.arrayBuffer())) : '';
    if (!isText) await response.body?.cancel();
    return { url: new URL(response.url), isThere: response.ok, type: type.trim(), text };
  } catch {
    return undefined;
  }
};

/** Sitemaps may be packed. https://www.sitemaps.org/protocol.html */
function readText(bytes: Buffer): string {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** What came of each, in their order, with few of them under way at once. */
export async function politely<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  const worker = async () => {
    for (const [i, item] of rest) results[i] = await run(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/**
 * Asks for the beginning of a site.
 * @throws ContentError where nobody answers
 */
export async function askFirst(ask: Ask, address: string): Promise<Answer> {
  const answer = await ask(address);
  if (answer) return answer;
  throw new ContentError([
    {
      file: address,
      message: 'does not answer: there is no such server, no network, or it takes too long',
      hint: 'Try the address in a browser; a list of addresses in a file can be compared without a network.',
    },
  ]);
}
