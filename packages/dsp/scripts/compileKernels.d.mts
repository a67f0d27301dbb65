/** Compiles `assembly/` to a WebAssembly module. */
export function compileKernels(): Promise<Uint8Array>;
