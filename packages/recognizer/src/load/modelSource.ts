import { RecognizerError } from '../errors.js';
import { fileSystem } from '../place/fileSystem.js';
import { isOnDisk, type Place, readPlace } from '../place/readPlace.js';
import { modelFiles, networkFileNames, type RecognizerFiles } from '../recognizerFile.js';
import { readFolder } from './readFolder.js';
import { unpackTar } from './tar.js';

/**
 * Where a model comes from:
 * - a path in Node, of a model folder or of one packed as a tar archive;
 * - a URL, of a folder or of a file ending in `.tar`;
 * - the bytes of a tar archive, as `toBytes` gives them;
 * - its files by name, each as bytes or as the place it lies at, which is what bundlers know.
 */
export type ModelSource =
  Place | Uint8Array | ArrayBuffer | Readonly<Record<string, Uint8Array | ArrayBuffer | Place>>;

/**
 * Fetches a model's files from wherever they are.
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

async function filesAt(place: Place, signal?: AbortSignal): Promise<RecognizerFiles> {
  const files = fileSystem();
  if (files && isOnDisk(place)) return readFolder(files, place, signal);
  if (/\.tar$/i.test(pathnameOf(place))) return unpackTar(await fetched(place, String(place), signal));
  const recognizer = await fetched(within(place, modelFiles.recognizer), modelFiles.recognizer, signal);
  const fetching = networkFileNames(recognizer).map(async (part) => {
    return [part, await fetched(within(place, part), part, signal)] as const;
  });
  return { [modelFiles.recognizer]: recognizer, ...Object.fromEntries(await Promise.all(fetching)) };
}

async function bytesOf(
  name: string,
  file: Uint8Array | ArrayBuffer | Place,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file;
  return file instanceof ArrayBuffer ? new Uint8Array(file) : fetched(file, name, signal);
}

async function fetched(place: Place, part: string, signal?: AbortSignal): Promise<Uint8Array> {
  try {
    return await readPlace(place, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RecognizerError(
      'model-not-found',
      `\`${part}\` of the model cannot be read from ${String(place)}: ${cause instanceof Error ? cause.message : String(cause)}. Check the address.`,
      { file: String(place), cause },
    );
  }
}

/** The part of a URL before `?` and `#`. */
function pathnameOf(place: Place): string {
  return String(place).split(/[?#]/)[0]!;
}

/** A file of a folder's URL, which may lack the slash at its end. */
function within(folder: Place, name: string): string {
  const path = pathnameOf(folder);
  return `${path.replace(/\/?$/, '/')}${name}${String(folder).slice(path.length)}`;
}
