/** Memory of a module. `buffer` is another one after `grow`. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** @param nPages of 64 KiB */
  grow(nPages: number): number;
}

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/** What we use of WebAssembly, whose types come with those of a platform. @throws if the platform does not have it */
export function webAssembly(): WebAssemblyApi {
  const { WebAssembly: api } = globalThis as { readonly WebAssembly?: WebAssemblyApi };
  if (api === undefined) throw new Error('This platform has no WebAssembly.');
  return api;
}
