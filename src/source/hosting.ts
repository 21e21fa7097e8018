import { REDIRECTS_FILE } from '../html/local-address.ts';
import { decodePath } from '../lib/url.ts';
import type { Host } from '../site/schema.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import { redirectRows, rowAddress, type Redirect } from './redirects.ts';

/** Headers of what lies below a path, whatever else is said of it. */
export interface HeaderRule {
  /** A folder of the output, with its slashes; `/` is everything. */
  below: string;
  headers: Readonly<Record<string, string>>;
}

/** What a host is to know of a site: the one table from which every host's file is written. */
interface HostTable {
  redirects: readonly Redirect[];
  /** The first is that of everything. */
  headers: readonly HeaderRule[];
  /** The site's base path, without its last slash. */
  base: string;
}

/** A file for hosts. */
interface HostFile {
  /** In the output. */
  file: string;
  /** Who reads it. */
  hosts: readonly Host[];
  /** Whether it is written although nobody asked, as soon as there are redirects. */
  always?: boolean;
  /**
   * @param owners what the owner's own file in `public/` says. Theirs comes last: the first row that fits
   * counts, and owners end theirs with rows that fit everything
   */
  write: (table: HostTable, owners: string) => string;
}

/** The files from which hosts learn what stood where, and how to hand out what stands there. */
export const hostFiles: readonly HostFile[] = [
  {
    file: REDIRECTS_FILE,
    hosts: ['netlify', 'cloudflare'],
    always: true,
    write: ({ redirects, base }, owners) => redirectRows(redirects, base) + owners,
  },
  {
    file: '_headers',
    hosts: ['netlify', 'cloudflare'],
    write: (table, owners) => headerRows(table) + owners,
  },
  { file: 'vercel.json', hosts: ['vercel'], write: vercel },
  { file: '.hosting/nginx.conf', hosts: ['nginx'], write: nginx },
  { file: '.hosting/Caddyfile', hosts: ['caddy'], write: caddy },
];

/**
 * What lies in these folders has a name that changes with it, so that nobody need ask for it again. All else
 * is asked for each time, and answered with 304 where it is the same. https://www.rfc-editor.org/rfc/rfc8246
 */
const CACHED_FOREVER = ['/_astro/'];
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'public, max-age=0, must-revalidate';

/** The headers of a site. @param policy its Content Security Policy */
export function headersOf(policy: string): HeaderRule[] {
  return [
    {
      below: '/',
      headers: {
        'Cache-Control': ASK_AGAIN,
        'Content-Security-Policy': policy,
        'Permissions-Policy':
          'accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'X-Content-Type-Options': 'nosniff',
      },
    },
    ...CACHED_FOREVER.map((below) => ({ below, headers: { 'Cache-Control': FOREVER } })),
  ];
}

/** https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/ */
function headerRows({ headers, base }: HostTable): string {
  return headers
    .map(({ below, headers }) => {
      // Both hosts ask again by themselves, and join the values of two rows that fit.
      const rows = Object.entries(headers).filter(([, value]) => value !== ASK_AGAIN);
      return `${base}${below}*\n${rows.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
    })
    .join('');
}

/** https://vercel.com/docs/project-configuration: it knows no 410, so what is gone is a page that says so. */
function vercel({ redirects, headers, base }: HostTable, owners: string): string {
  const {
    redirects: ownRedirects = [],
    headers: ownHeaders = [],
    ...others
  } = owners.trim() === '' ? {} : JSON.parse(owners);
  // What means something in a pattern of path-to-regexp is meant as it stands.
  const exactly = (path: string) => path.replace(/[():*?+{}\\]/g, '\\$&');
  const file = {
    ...others,
    redirects: [
      ...redirects.flatMap(({ from, to }) => {
        if (to === undefined) return [];
        const source = exactly(rowAddress(from, base));
        return { source, destination: target(to, base), statusCode: 301 };
      }),
      ...ownRedirects,
    ],
    headers: [
      ...headers.map(({ below, headers }) => ({
        source: `${base}${below}(.*)`,
        headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
      })),
      ...ownHeaders,
    ],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

// A draft that holds a word of these languages is no leak: all that they have stand in every such file.
const NOTE = `# Written by the build; what you add is lost at the next.`;

/** To be included in a `server` whose `root` is the folder of the site. https://nginx.org/en/docs/ */
function nginx({ redirects, headers: [all, ...special], base }: HostTable, owners: string): string {
  const text = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;
  // A dollar sign begins a variable, and nothing takes that from it.
  const rows = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers)
      .map(([name, value]) => `  add_header ${name} ${text(value)} always;\n`)
      .join('');
  const place = (path: string) => text(decodePath(rowAddress(path, base)));
  return `${NOTE}
# Include it in a \`server\` whose \`root\` holds the site${base === '' ? '' : ` in its folder ${base}`}; then \`nginx -s reload\`.
# Old addresses are a \`location\` with \`return 301\`, those that are gone one with \`error_page 410\`.
index index.html;
charset utf-8;
absolute_redirect off;
server_tokens off;
gzip_static on;
gzip_vary on;
error_page 404 ${base}/404.html;
${rows(all?.headers ?? {}).replace(/^ {2}/gm, '')}
location / {
  try_files $uri $uri/ $uri.html =404;
}
location ~ "/\\.(?!well-known/)" {
  return 404;
}
location ~ "\\.mjs$" {
  types {}
  default_type text/javascript;
}
${special
  .map(
    ({ below, headers }) =>
      `location ^~ ${base}${below} {\n${rows({ ...all?.headers, ...headers })}  try_files $uri =404;\n}\n`,
  )
  .join('')}${redirects
    .map(({ from, to }) =>
      to === undefined
        ? `location = ${place(from)} {\n  error_page 410 ${text(`${base}/${outputPath(from)}`)};\n  return 410;\n}\n`
        : `location = ${place(from)} { return 301 ${text(target(to, base).replaceAll('$', '%24'))}; }\n`,
    )
    .join('')}${owners}`;
}

/** To be imported in a site block whose `root` is the folder of the site. https://caddyserver.com/docs/caddyfile */
function caddy({ redirects, headers: [all, ...special], base }: HostTable, owners: string): string {
  const text = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;
  const rows = (headers: Readonly<Record<string, string>>, matcher: string) =>
    Object.entries(headers)
      .map(([name, value]) => `header ${matcher} ${name} ${text(value)}\n`)
      .join('');
  // A star fits everything, and nothing takes that from it but an escape.
  const place = (path: string) => text(rowAddress(path, base).replaceAll('*', '%2A'));
  const gone = redirects.filter(({ to }) => to === undefined);
  const folders = special.map(({ below }) => `${base}${below}*`).join(' ');
  const { 'Cache-Control': usual = '', ...others } = all?.headers ?? {};
  return `${NOTE}
# Import it in a site block whose \`root\` holds the site${base === '' ? '' : ` in its folder ${base}`}; then \`caddy reload\`.
# Old addresses are a \`redir\`, those that are gone a \`handle\` with \`file_server\` and \`status 410\`.
${rows(others, '*')}@asked not path ${folders}
${rows({ 'Cache-Control': usual }, '@asked')}${special
    .map(({ below, headers }) => rows(headers, `${base}${below}*`))
    .join('')}@hidden {
  path */.*
  not path */.well-known/*
}
error @hidden 404
${redirects
  .flatMap(({ from, to }) =>
    to === undefined ? [] : `redir ${place(from)} ${text(target(to, base))} 301\n`,
  )
  .join('')}${gone
    .map(({ from }) => `handle ${place(from)} {\n  file_server {\n    status 410\n  }\n}\n`)
    .join('')}try_files {path} {path}.html
file_server {
  precompressed br gzip
}
handle_errors {
  rewrite * ${base}/404.html
  file_server {
    precompressed br gzip
  }
}
${owners}`;
}

/** Where a redirect leads, as an address in a header. */
function target(to: string, base: string): string {
  return to.startsWith('/') ? rowAddress(to, base) : to;
}
