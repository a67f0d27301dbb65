/** What of Node's file system is needed to read models and recordings. */
export interface FileSystem {
  readFile(place: string | URL, options?: { readonly signal?: AbortSignal | undefined }): Promise<Uint8Array>;
  stat(place: string | URL): Promise<{ isDirectory(): boolean }>;
}

/**
 * Node's file system where there is one. It is asked of the running process and not imported, so that a bundler for
 * browsers finds nothing to stumble over.
 */
export function fileSystem(): FileSystem | undefined {
  return globalThis.process?.getBuiltinModule?.('node:fs/promises') as FileSystem | undefined;
}
