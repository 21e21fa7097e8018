import path from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** Lets a browser find a built site at an address, without a server. */
export async function serveFolder(
  context: BrowserContext,
  origin: string,
  folder: string,
): Promise<void> {
  await context.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = path.join(folder, decodeURIComponent(pathname));
    return route.fulfill({ path: pathname.endsWith('/') ? path.join(file, 'index.html') : file });
  });
}
