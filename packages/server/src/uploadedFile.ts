import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ServerError } from './errors.js';

export interface UploadLimits {
  /** Largest upload, in bytes. */
  readonly maxBytes: number;
  /** Cancels the upload. */
  readonly signal: AbortSignal;
}

/**
 * Writes an upload into a temporary file, which is deleted after its use: memory does not grow with its size, and its end
 * is known before anything is decoded.
 *
 * @throws {SerError} `upload-too-large`, `no-recording`; what `use` throws
 */
export async function withUploadedFile<T>(
  upload: Readable,
  limits: UploadLimits,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-upload-'));
  try {
    const path = join(folder, 'recording');
    await pipeline(upload, atMost(limits.maxBytes), createWriteStream(path), { signal: limits.signal });
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rejects an upload that says that it is too large, before it is received. @throws {SerError} `upload-too-large` */
export function requireSize(contentLength: string | undefined, maxBytes: number): void {
  if (contentLength !== undefined && Number(contentLength) > maxBytes) throw tooLarge(maxBytes);
}

function atMost(maxBytes: number) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    let nBytes = 0;
    for await (const chunk of chunks) {
      nBytes += chunk.length;
      if (nBytes > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
    if (nBytes === 0) throw noRecording();
  };
}

export function tooLarge(maxBytes: number): ServerError {
  return new ServerError(
    'upload-too-large',
    `An upload must have at most ${maxBytes} bytes; got more. Send a compressed file, or parts of it.`,
  );
}

export function noRecording(): ServerError {
  return new ServerError(
    'no-recording',
    'The request must have a recording: its bytes as the body, or files of a multipart form.',
  );
}
