import { describe, expect, it } from 'vitest';
import { headersOf, hostFiles } from '../../../src/source/hosting.ts';

const table = {
  redirects: [
    { from: '/old/', to: '/new/' },
    { from: '/a b/$x*/', to: 'https://example.net/"e"/' },
    { from: '/report/' },
  ],
  headers: headersOf("default-src 'self'"),
  base: '/blog',
};

function write(file: string, owners = '', given = table): string {
  const host = hostFiles.find((host) => host.file === file);
  if (!host) throw new Error(file);
  return host.write(given, owners);
}

describe('files for hosts', () => {
  it('the rows of the owner come after those of the site, because the first that fits counts', () => {
    const owners = '/app/* https://app.example/:splat 200\n/* /404.html 404\n';
    const redirects = [{ from: '/old/', to: '/new/' }];
    expect(write('_redirects', owners, { ...table, redirects })).toBe(
      `/blog/old/ /blog/new/ 301\n${owners}`,
    );
  });

  it('_headers names a header once for every address', () => {
    const rows = write('_headers', '/x\n  A: b\n');
    expect(rows).toMatch(/^\/blog\/\*\n {2}Content-Security-Policy: default-src 'self'\n/);
    expect(rows).toContain(
      '/blog/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n',
    );
    expect(rows.match(/Cache-Control/g)).toHaveLength(1);
    expect(rows.endsWith('/x\n  A: b\n')).toBe(true);
  });

  it('vercel.json takes patterns as they stand, and joins what the owner says', () => {
    const owners = '{"cleanUrls": false, "redirects": [{"source": "/x", "destination": "/y"}]}';
    const { cleanUrls, redirects, headers } = JSON.parse(write('vercel.json', owners));
    expect(cleanUrls).toBe(false);
    expect(redirects).toEqual([
      { source: '/blog/old/', destination: '/blog/new/', statusCode: 301 },
      { source: '/blog/a%20b/$x\\*/', destination: 'https://example.net/"e"/', statusCode: 301 },
      { source: '/x', destination: '/y' },
    ]);
    expect(headers.map(({ source }: { source: string }) => source)).toEqual([
      '/blog/(.*)',
      '/blog/_astro/(.*)',
    ]);
  });

  it('files of servers hold nothing that ends a string before its end', () => {
    expect(write('.hosting/nginx.conf')).toContain(
      'location = "/blog/a b/$x*/" { return 301 "https://example.net/\\"e\\"/"; }',
    );
    expect(write('.hosting/Caddyfile')).toContain(
      'redir "/blog/a%20b/$x%2A/" "https://example.net/\\"e\\"/" 301',
    );
  });
});
