import { setTimeout } from 'node:timers/promises';
import { ExperimentError } from '../errors.js';
import type { Files } from './store.js';

export interface HttpFilesOptions {
  /** The `Authorization` header of every request. @default none */
  readonly authorization?: string | undefined;
  /** How often a request is tried when the server does not answer. @default 5 */
  readonly tries?: number;
}

/** The first pause between two tries, in milliseconds; it doubles. */
const firstPause = 250;

/**
 * Files behind a URL, with the requests of S3 and of WebDAV: `GET`, `PUT`, `DELETE`, and `PUT` with `If-None-Match: *`,
 * which S3, MinIO, Ceph, and R2 answer with 412 if there is such a file. Requests are not signed: use a gateway, a bucket
 * policy, or a proxy that adds the signature.
 *
 * @throws {SerError} `store-unreachable` if the server does not answer, or refuses the request
 */
export function httpFiles(url: string, { authorization, tries = 5 }: HttpFilesOptions = {}): Files {
  const root = url.replace(/\/+$/, '');

  async function request(method: string, name: string, more: RequestInit = {}): Promise<Response> {
    const headers = { ...(authorization !== undefined && { authorization }), ...more.headers };
    let cause: unknown;
    for (let tried = 0; tried < tries; tried++) {
      if (tried > 0) await setTimeout(firstPause * 2 ** (tried - 1));
      try {
        const response = await fetch(`${root}/${name}`, { ...more, method, headers });
        if (response.status < 500) return response;
        cause = new Error(`status ${response.status}`);
      } catch (error) {
        cause = error;
      }
    }
    return refuse(`${root}/${name}`, method, cause);
  }

  return {
    location: root,
    async read(name) {
      const response = await request('GET', name);
      if (response.status === 404) return undefined;
      requireOk(response, 'GET');
      return new Uint8Array(await response.arrayBuffer());
    },
    async create(name, bytes) {
      const response = await request('PUT', name, { body: bytes, headers: { 'if-none-match': '*' } });
      if (response.status === 412 || response.status === 409) return false;
      requireOk(response, 'PUT');
      return true;
    },
    async replace(name, bytes) {
      requireOk(await request('PUT', name, { body: bytes }), 'PUT');
    },
    async remove(name) {
      const response = await request('DELETE', name);
      if (response.status !== 404) requireOk(response, 'DELETE');
    },
  };
}

function requireOk(response: Response, method: string): void {
  if (!response.ok) refuse(response.url, method, new Error(`status ${response.status}`));
}

function refuse(url: string, method: string, cause: unknown): never {
  throw new ExperimentError(
    'store-unreachable',
    `The store must answer ${method} ${url}; got ${cause instanceof Error ? cause.message : String(cause)}. Check its ` +
      'address, its permissions, and `SER_STORE_AUTHORIZATION`, then run the same command again with `resume` (`--resume`).',
    { cause },
  );
}
