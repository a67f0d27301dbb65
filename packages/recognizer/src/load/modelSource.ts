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

/** A file of a model is being downloaded. */
export interface LoadEvent {
  readonly type: 'download';
  /** The file's name in the model, or the address of a packed model. */
  readonly file: string;
  /** In bytes. */
  readonly received: number;
  /** In bytes; unknown if the server does not say it, or compresses the file. */
  readonly total: number | undefined;
}

export interface ReadModelOptions {
  /** Called while files are downloaded: at the start of each, and for each part that arrives. */
  readonly onEvent?: ((event: LoadEvent) => void) | undefined;
  /** Cancels loading: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a model's files from any source.
 *
 * @throws {SerError} `model-not-found`, `model-part-missing`, `model-corrupt`
 */
export async function filesOf(source: ModelSource, options: ReadModelOptions = {}): Promise<RecognizerFiles> {
  if (source instanceof Uint8Array) return unpackTar(source);
  if (source instanceof ArrayBuffer) return unpackTar(new Uint8Array(source));
  if (typeof source === 'string' || source instanceof URL) return filesAt(source, options);
  const files = await Promise.all(
    Object.entries(source).map(async ([name, file]) => [name, await bytesOf(name, file, options)] as const),
  );
  return Object.fromEntries(files);
}

async function filesAt(location: FileLocation, options: ReadModelOptions): Promise<RecognizerFiles> {
  const system = fileSystem();
  if (system && isOnDisk(location)) return readFolder(system, location, options.signal);
  if (/\.tar$/i.test(pathnameOf(location)))
    return unpackTar(await fetched(location, String(location), options));
  const recognizer = await fetched(within(location, modelFiles.recognizer), modelFiles.recognizer, options);
  const fetching = classifierFileNames(recognizer).map(async (part) => {
    return [part, await fetched(within(location, part), part, options)] as const;
  });
  return { [modelFiles.recognizer]: recognizer, ...Object.fromEntries(await Promise.all(fetching)) };
}

async function bytesOf(
  name: string,
  file: Uint8Array | ArrayBuffer | FileLocation,
  options: ReadModelOptions,
): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file;
  return file instanceof ArrayBuffer ? new Uint8Array(file) : fetched(file, name, options);
}

async function fetched(
  location: FileLocation,
  file: string,
  { signal, onEvent }: ReadModelOptions,
): Promise<Uint8Array> {
  const onReceived =
    onEvent &&
    ((received: number, total: number | undefined) => onEvent({ type: 'download', file, received, total }));
  try {
    return await readLocation(location, signal, onReceived);
  } catch (cause) {
    signal?.throwIfAborted();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RecognizerError(
      'model-not-found',
      `\`${file}\` of the model cannot be read from ${String(location)}: ${why}. Check the path or URL.`,
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
