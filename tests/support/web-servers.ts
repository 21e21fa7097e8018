import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import http from 'node:http';
import path from 'node:path';

export const SERVERS = ['nginx', 'caddy'] as const;
export type Server = (typeof SERVERS)[number];

/** Whether a server is installed. */
export function isInstalled(server: Server): boolean {
  return spawnSync(server, [server === 'nginx' ? '-v' : 'version']).status === 0;
}

/** A server on loopback. */
export interface Running {
  port: number;
  stop: () => Promise<void>;
}

/**
 * Starts a server with the file that a build wrote for it.
 * @param folder for what it writes; it is the caller's to take away
 * @param root the folder of documents
 * @param file the file that a build wrote
 */
export async function start(
  server: Server,
  folder: string,
  root: string,
  file: string,
): Promise<Running> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const config = path.join(folder, 'config');
  writeFileSync(
    config,
    server === 'nginx' ? nginx(folder, root, file, port) : caddy(root, file, port),
  );
  const args =
    server === 'nginx'
      ? ['-p', folder, '-c', config, '-e', path.join(folder, 'error.log')]
      : ['run', '--adapter', 'caddyfile', '--config', config];
  const child = spawn(server, args, {
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let log = '';
  child.stderr.on('data', (text) => (log += String(text)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await listening(port, child, () => log);
  return {
    port,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

function nginx(folder: string, root: string, file: string, port: number): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${folder}/pid;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${paths.join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${file};
  }
}
`;
}

function caddy(root: string, file: string, port: number): string {
  return `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${root}
  import ${file}
}
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Waits until somebody listens. @throws where the server has ended before */
async function listening(port: number, child: ChildProcess, log: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(log());
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isThere) return;
  }
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** Asks with an address as it is: nothing of it is resolved or escaped. */
export function ask(
  port: number,
  address: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path: address, headers, method });
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(parts) });
      });
    });
    request.end();
  });
}
