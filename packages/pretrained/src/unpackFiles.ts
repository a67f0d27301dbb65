import { decodeBase64 } from '@ser/core';

/** Files by name in a form that JSON allows: text as it is, other files in base64. */
export type PackedFiles = Readonly<Record<string, { readonly text: string } | { readonly base64: string }>>;

/** The bytes of packed files. */
export function unpackFiles(packed: PackedFiles): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(Object.entries(packed).map(([name, file]) => [name, bytesOf(file)]));
}

function bytesOf(file: PackedFiles[string]): Uint8Array {
  if ('text' in file) return new TextEncoder().encode(file.text);
  return decodeBase64(file.base64);
}
