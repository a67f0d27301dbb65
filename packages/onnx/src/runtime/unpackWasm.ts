import { decodeBase64 } from '@ser/core';

/** The part of Node that decompresses; browsers have none. */
interface NodeProcess {
  getBuiltinModule?(name: 'node:zlib'): { gunzipSync(bytes: Uint8Array): Uint8Array } | undefined;
}

/** @param packed WebAssembly: gzip, then base64 */
export async function unpackWasm(packed: string): Promise<Uint8Array> {
  const bytes = decodeBase64(packed);
  const { process } = globalThis as { readonly process?: NodeProcess };
  const zlib = process?.getBuiltinModule?.('node:zlib');
  if (zlib) return zlib.gunzipSync(bytes); // a third of the time of a stream
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
