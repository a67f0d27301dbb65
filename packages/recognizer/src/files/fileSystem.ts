/** The part of Node's file system that is needed to read models and recordings. */
export interface FileSystem {
  readFile(path: string | URL, options?: { readonly signal?: AbortSignal | undefined }): Promise<Uint8Array>;
  stat(path: string | URL): Promise<{ readonly size: number; isDirectory(): boolean; isFile(): boolean }>;
  open(path: string | URL, flags: 'r'): Promise<FileHandle>;
}

/** The part of Node's file handle that is needed. */
export interface FileHandle {
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
  close(): Promise<void>;
}

/**
 * Node's file system, or `undefined` outside Node. It is requested from the running process instead of imported, so
 * that bundlers for browsers find no Node module.
 */
export function fileSystem(): FileSystem | undefined {
  return globalThis.process?.getBuiltinModule?.('node:fs/promises');
}
