import type { ModelRequest } from '../worker/protocol.js';

/** A file and its path below the dropped or chosen folder. */
export interface NamedFile {
  readonly path: string;
  readonly file: Blob;
}

/** The model among dropped files: a tar archive, or the files of a model folder; undefined if there is none. */
export async function droppedModel(files: readonly NamedFile[]): Promise<ModelRequest | undefined> {
  const archive = files.find(({ path }) => /\.tar$/i.test(path));
  if (archive) {
    return { kind: 'archive', name: nameOf(archive.path), bytes: await bytesOf(archive.file) };
  }
  const recognizer = files.find(({ path }) => /(^|\/)recognizer\.json$/.test(path));
  if (!recognizer) return undefined;
  const folder = recognizer.path.slice(0, -'recognizer.json'.length);
  const own = files.filter(({ path }) => path.startsWith(folder));
  const parts = own.map(async ({ path, file }) => [path.slice(folder.length), await bytesOf(file)] as const);
  const name = folder.split('/').at(-2) ?? 'model';
  return { kind: 'files', name, files: Object.fromEntries(await Promise.all(parts)) };
}

function nameOf(path: string): string {
  return path
    .split('/')
    .at(-1)!
    .replace(/\.tar$/i, '');
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
