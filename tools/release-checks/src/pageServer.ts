import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

export interface PageServer {
  readonly url: string;
  /** What the page posts to `/answer`. */
  readonly answer: Promise<string>;
  close(): void;
}

/** With these, a page is isolated across origins, so that it may have threads. */
const isolation: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Serves a folder on this machine's loopback address, and waits for the page's answer.
 *
 * @param options `isolated` adds the headers of cross-origin isolation
 */
export async function servePage(
  folder: string,
  { isolated = false }: { readonly isolated?: boolean } = {},
): Promise<PageServer> {
  let answered: (text: string) => void;
  const answer = new Promise<string>((resolve) => (answered = resolve));
  const server = createServer((request, response) => {
    if (isolated) for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
    const reply =
      request.method === 'POST'
        ? textOf(request)
            .then(answered)
            .then(() => '')
        : undefined;
    void (reply ?? sendFile(folder, request.url ?? '/', response)).finally(() => response.end());
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    answer,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function sendFile(folder: string, url: string, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(url, 'http://page');
  const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
  try {
    const bytes = await readFile(file);
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    response.write(bytes);
  } catch {
    response.statusCode = 404;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
