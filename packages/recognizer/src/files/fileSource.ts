import type { AudioSource } from '@ser/audio-io';
import type { FileSystem } from './fileSystem.js';

/** A file on disk that is read in pieces, and must be closed. */
export interface FileSource extends AudioSource {
  close(): Promise<void>;
}

/**
 * Opens a file on disk.
 *
 * @throws the system's error with its `code`; an error with the code 'EISDIR' for a folder, and 'ENOTFILE' for a pipe or
 *   a device, which may never end
 */
export async function openFile(system: FileSystem, path: string | URL): Promise<FileSource> {
  const found = await system.stat(path);
  if (!found.isFile()) {
    const code = found.isDirectory() ? 'EISDIR' : 'ENOTFILE';
    throw Object.assign(new Error('It is a pipe or a device'), { code });
  }
  const handle = await system.open(path, 'r');
  return {
    size: found.size,
    async read(start, end) {
      const bytes = new Uint8Array(end - start);
      for (let done = 0; done < bytes.length;) {
        const length = Math.min(bytes.length - done, longestRead);
        const { bytesRead } = await handle.read(bytes, done, length, start + done);
        if (bytesRead === 0) throw new Error('It became shorter while it was read');
        done += bytesRead;
      }
      return bytes;
    },
    close: () => handle.close(),
  };
}

/** Bytes of one system call, which are limited to 2 GiB. */
const longestRead = 2 ** 30;
