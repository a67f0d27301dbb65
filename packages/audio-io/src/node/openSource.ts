import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { AudioError } from '../errors.js';
import type { AudioSource } from '../source/audioSource.js';
import { notRegular, readError } from './readError.js';

/** A file on disk that must be closed. */
export interface FileSource extends AudioSource {
  close(): Promise<void>;
}

/**
 * Opens a file for reading in pieces.
 *
 * @throws {SerError} with `file` set: `file-not-found`; `file-unreadable` for a folder, a pipe, a device, or without
 *   permission
 */
export async function openSource(path: string, signal?: AbortSignal): Promise<FileSource> {
  signal?.throwIfAborted();
  const file = await openRegular(path);
  return {
    size: file.size,
    read: (start, end) => readRange(path, file.handle, { start, end }),
    close: () => file.handle.close(),
  };
}

/** Without this flag, opening a pipe waits for a writer. Windows does not have it. */
const withoutWaiting = (constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0;

async function openRegular(path: string): Promise<{ readonly handle: FileHandle; readonly size: number }> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | withoutWaiting);
    const found = await handle.stat();
    if (!found.isFile()) throw notRegular(path, found);
    return { handle, size: found.size };
  } catch (error) {
    await handle?.close();
    throw error instanceof AudioError ? error : readError(path, error);
  }
}

/** Bytes of one system call, which are limited to 2 GiB. */
const longestRead = 1 << 30;

async function readRange(
  path: string,
  handle: FileHandle,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let done = 0;
  while (done < bytes.length) {
    const length = Math.min(bytes.length - done, longestRead);
    const { bytesRead } = await handle.read(bytes, done, length, start + done).catch((error: unknown) => {
      throw readError(path, error);
    });
    if (bytesRead === 0) throw readError(path, new Error('a file that became shorter while it was read'));
    done += bytesRead;
  }
  return bytes;
}
