import type { ModelFiles } from '@ser/pretrained';

/** Files as @ser/pretrained carries them in its code: text as it is, the weights in base64. */
export function packFiles(files: ModelFiles): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, packed(name, bytes)]));
}

function packed(name: string, bytes: Uint8Array): object {
  return /\.(json|md)$/.test(name)
    ? { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
    : { base64: Buffer.from(bytes).toString('base64') };
}
