import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';

/** A post of about 800 words with code, as the budget has it. */
const TEXT_POST = './posts/front-matter/';
const MOST_BYTES = 14_000;
const MOST_REQUESTS = 3;
const MOST_SCRIPT = 3_000;

const COMPRESSED = /text|javascript|json|svg|xml/;

async function weigh(response: Response): Promise<number> {
  const body = await response.body();
  const isText = COMPRESSED.test(response.headers()['content-type'] ?? '');
  return isText ? brotliCompressSync(body).length : body.length;
}

/** Everything that a page fetches before its reader does anything. */
async function load(page: Page, address: string): Promise<Response[]> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'networkidle' });
  return responses;
}

test('a text post is light', async ({ page }) => {
  // Fonts are weighed apart: no text waits for them.
  const all = await load(page, TEXT_POST);
  const responses = all.filter((response) => !response.url().endsWith('.woff2'));
  const weights = await Promise.all(responses.map(weigh));
  expect(responses.length).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThanOrEqual(MOST_BYTES);
});

for (const address of [TEXT_POST, './', './posts/code/', './posts/every-element/', './tags/']) {
  test(`the scripts of ${address} are few, and none keeps it from showing`, async ({ page }) => {
    const responses = await load(page, address);
    const html = (await responses[0]?.text()) ?? '';
    const scripts = html.matchAll(
      /<script(?![^>]*(?:ld\+json|speculationrules|text\/plain))[^>]*>([^]*?)<\/script>/g,
    );
    const inline = Array.from(scripts, ([, text = '']) => text).join('');
    const files = responses.filter((response) => /\.m?js$/.test(response.url()));
    expect(files.map((file) => file.url())).toEqual([]);
    expect(brotliCompressSync(inline).length).toBeLessThanOrEqual(MOST_SCRIPT);
    // What has an address is deferred as a module is.
    expect(html).not.toMatch(
      /<script(?=[^>]*\ssrc=)(?![^>]*type="module")(?![^>]*\b(?:defer|async)\b)/,
    );
  });
}
