import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackedFiles } from '../unpackFiles.js';

const models = fileURLToPath(new URL('../../models/', import.meta.url));

/** Reads the files of a model from `models/NAME` and packs them: JSON and Markdown as text, weights in base64. */
export async function packModel(name: string, folder = join(models, name)): Promise<PackedFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const packed = paths.sort().map(async (path) => {
    const file = relative(folder, path).split(sep).join('/');
    return [file, packFile(file, await readFile(path))] as const;
  });
  return Object.fromEntries(await Promise.all(packed));
}

function packFile(file: string, bytes: Uint8Array): PackedFiles[string] {
  return /\.(json|md)$/.test(file)
    ? { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
    : { base64: Buffer.from(bytes).toString('base64') };
}
