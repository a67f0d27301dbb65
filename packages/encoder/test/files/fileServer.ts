import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request in place of the server. */
export type Answer = (
  response: ServerResponse,
  bytes: Uint8Array | undefined,
  request: IncomingMessage,
) => void;

export interface FileServer {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  /** Paths of the requests so far, each with the range that was asked for. */
  readonly requests: readonly string[];
  /** The next requests of a file get these answers, then the server answers as usual. */
  misbehave(path: string, ...answers: readonly Answer[]): void;
  close(): Promise<void>;
}

/** A server of files that supports ranges and misbehaves on request. */
export async function startFileServer(files: Readonly<Record<string, Uint8Array>>): Promise<FileServer> {
  const requests: string[] = [];
  const faults = new Map<string, Answer[]>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const path = pathname.slice(1);
    const { range } = request.headers;
    requests.push(range === undefined ? path : `${path} ${range}`);
    const answer = faults.get(path)?.shift() ?? asUsual;
    answer(response, files[path], request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    misbehave: (path, ...answers) => void faults.set(path, [...answers]),
    close: () => closed(server),
  };
}

const asUsual: Answer = (response, bytes, request) => {
  if (bytes === undefined) return status(404)(response, bytes, request);
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const headers = { etag: '"1"', 'content-length': bytes.length - start };
  if (start === 0) response.writeHead(200, headers);
  else
    response.writeHead(206, {
      ...headers,
      'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}`,
    });
  response.end(bytes.subarray(start));
};

export function status(code: number): Answer {
  return (response) => void response.writeHead(code).end();
}

/** Sends the first bytes of the file, then drops the connection. */
export function dropAfter(length: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response, bytes) => {
    response.writeHead(200, { 'content-length': bytes!.length, ...headers });
    response.write(bytes!.subarray(0, length), () => response.destroy());
  };
}

/** Sends other bytes than those of the file. */
export function send(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => void response.writeHead(200, headers).end(body);
}

export function redirect(location: string): Answer {
  return (response) => void response.writeHead(302, { location }).end();
}

/** Never answers. */
export const hang: Answer = () => undefined;

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
