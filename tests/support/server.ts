// A static file server for the browser tests: `node tests/support/server.ts DIR BASE PORT`.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
};

const [directory = 'dist', base = '/', port = '4400'] = process.argv.slice(2);

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file for a URL, as static hosts find it. */
function fileFor(url: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost');
  if (!pathname.startsWith(base)) return undefined;
  const file = path.join(directory, decodeURIComponent(pathname.slice(base.length)));
  return [file, `${file}.html`, path.join(file, 'index.html')].find(isFile);
}

createServer((request, response) => {
  const found = fileFor(request.url ?? '/');
  const file = found ?? path.join(directory, '404.html');
  response.writeHead(found ? 200 : 404, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    // As hosts are told to: a name with a hash never means anything else.
    ...(file.includes('/_astro/') && { 'cache-control': 'max-age=31536000, immutable' }),
  });
  createReadStream(file).pipe(response);
}).listen(Number(port), '127.0.0.1');
