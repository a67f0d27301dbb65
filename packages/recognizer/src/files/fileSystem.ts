/** The part of Node's file system that is needed to read models and recordings. */
export interface FileSystem {
  readFile(path: string | URL, options?: { readonly signal?: AbortSignal | undefined }): Promise<Uint8Array>;
  stat(path: string | URL): Promise<{ isDirectory(): boolean; isFile(): boolean }>;
}

/**
 * Node's file system, or `undefined` outside Node. It is requested from the running process instead of imported, so
 * that bundlers for browsers find no Node module.
 */
export function fileSystem(): FileSystem | undefined {
  return globalThis.process?.getBuiltinModule?.('node:fs/promises');
}
