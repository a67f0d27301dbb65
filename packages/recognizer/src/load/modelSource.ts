import { RecognizerError } from '../errors.js';
import { fileSystem } from '../files/fileSystem.js';
import { type FileLocation, isOnDisk, readLocation } from '../files/readLocation.js';
import { modelFiles, type RecognizerFiles } from '../format/modelFiles.js';
import { classifierFileNames } from '../format/recognizerFile.js';
import { readFolder } from './readFolder.js';
import { unpackTar } from './tar.js';

/**
 * Where a model comes from:
 * - a path in Node, of a model folder or of a folder packed as a tar archive;
 * - a URL, of a folder or of a file ending in `.tar`;
 * - the bytes of a tar archive, as returned by `toBytes`;
 * - its files by name, each as bytes or as a path or URL, which bundlers understand.
 */
export type ModelSource =
  FileLocation | Uint8Array | ArrayBuffer | Readonly<Record<string, Uint8Array | ArrayBuffer | FileLocation>>;

/**
 * Reads a model's files from any source.
 *
 * @throws {SerError} `model-not-found`, `model-part-missing`, `model-corrupt`
 */
export async function filesOf(source: ModelSource, signal?: AbortSignal): Promise<RecognizerFiles> {
  if (source instanceof Uint8Array) return unpackTar(source);
  if (source instanceof ArrayBuffer) return unpackTar(new Uint8Array(source));
  if (typeof source === 'string' || source instanceof URL) return filesAt(source, signal);
  const files = await Promise.all(
    Object.entries(source).map(async ([name, file]) => [name, await bytesOf(name, file, signal)] as const),
  );
  return Object.fromEntries(files);
}

async function filesAt(location: FileLocation, signal?: AbortSignal): Promise<RecognizerFiles> {
  const system = fileSystem();
  if (system && isOnDisk(location)) return readFolder(system, location, signal);
  if (/\.tar$/i.test(pathnameOf(location)))
    return unpackTar(await fetched(location, String(location), signal));
  const recognizer = await fetched(within(location, modelFiles.recognizer), modelFiles.recognizer, signal);
  const fetching = classifierFileNames(recognizer).map(async (part) => {
    return [part, await fetched(within(location, part), part, signal)] as const;
  });
  return { [modelFiles.recognizer]: recognizer, ...Object.fromEntries(await Promise.all(fetching)) };
}

async function bytesOf(
  name: string,
  file: Uint8Array | ArrayBuffer | FileLocation,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file;
  return file instanceof ArrayBuffer ? new Uint8Array(file) : fetched(file, name, signal);
}

async function fetched(location: FileLocation, part: string, signal?: AbortSignal): Promise<Uint8Array> {
  try {
    return await readLocation(location, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RecognizerError(
      'model-not-found',
      `\`${part}\` of the model cannot be read from ${String(location)}: ${why}. Check the path or URL.`,
      { file: String(location), cause },
    );
  }
}

/** The part of a URL before `?` and `#`. */
function pathnameOf(location: FileLocation): string {
  return String(location).split(/[?#]/)[0]!;
}

/** The URL of a file in a folder; the folder's URL may lack the slash at its end. */
function within(folder: FileLocation, name: string): string {
  const path = pathnameOf(folder);
  return `${path.replace(/\/?$/, '/')}${name}${String(folder).slice(path.length)}`;
}
