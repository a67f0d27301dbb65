import { RecognizerError } from '../errors.js';
import type { FileSystem } from '../files/fileSystem.js';
import type { FileLocation } from '../files/readLocation.js';
import { modelFiles, type RecognizerFiles } from '../format/modelFiles.js';
import { classifierFileNames } from '../format/recognizerFile.js';
import { isTar, unpackTar } from './tar.js';

/**
 * Reads those of a model's files that are in a folder, or in a tar archive of one. The caller checks whether any are
 * missing.
 *
 * @throws {SerError} `model-not-found` with `file` the folder; `model-part-missing` for a run folder that contains the
 *   model
 */
export async function readFolder(
  system: FileSystem,
  folder: FileLocation,
  signal?: AbortSignal,
): Promise<RecognizerFiles> {
  const found = await system.stat(folder).catch(() => undefined);
  if (!found) throw notFound(folder, 'does not exist');
  if (!found.isDirectory()) {
    // reading a pipe or a device may never end
    if (!found.isFile()) throw notFound(folder, 'is neither a folder nor a file');
    const bytes = await system.readFile(folder, { signal });
    if (isTar(bytes)) return unpackTar(bytes);
    throw notFound(folder, 'is a file, neither a folder nor a packed model');
  }
  const recognizer = await readIfPresent(system, partOf(folder, modelFiles.recognizer), signal);
  if (!recognizer) {
    await suggestModelOfRun(system, folder, signal);
    return {};
  }
  const files: Record<string, Uint8Array> = { [modelFiles.recognizer]: recognizer };
  for (const part of classifierFileNames(recognizer)) {
    const bytes = await readIfPresent(system, partOf(folder, part), signal);
    if (bytes) files[part] = bytes;
  }
  return files;
}

/** The path of a file of the model, as the folder was given: relative, absolute, or a URL. */
export function partOf(folder: FileLocation, part: string): string | URL {
  const path = `${String(folder).replace(/[\\/]+$/, '')}/${part}`;
  return folder instanceof URL ? new URL(path) : path;
}

async function readIfPresent(
  system: FileSystem,
  path: string | URL,
  signal?: AbortSignal,
): Promise<Uint8Array | undefined> {
  try {
    await requireFile(system, path);
    return await system.readFile(path, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reading a pipe or a device may never end. */
async function requireFile(system: FileSystem, path: string | URL): Promise<void> {
  const found = await system.stat(path);
  if (found.isFile() || found.isDirectory()) return;
  throw new RecognizerError('model-corrupt', `\`${String(path)}\` must be a file. Copy the model again.`, {
    file: String(path),
  });
}

/** Passing the run folder instead of the model in it is a frequent mistake. */
async function suggestModelOfRun(
  system: FileSystem,
  folder: FileLocation,
  signal?: AbortSignal,
): Promise<void> {
  const inner = partOf(folder, 'model');
  const isRun = await readIfPresent(system, partOf(inner, modelFiles.recognizer), signal).catch(
    () => undefined,
  );
  if (!isRun) return;
  const part = modelFiles.recognizer;
  throw new RecognizerError(
    'model-part-missing',
    `The model lacks \`${part}\`. The model seems to be in \`${String(inner)}\`.`,
    { file: part },
  );
}

function notFound(folder: FileLocation, what: string): RecognizerError {
  return new RecognizerError(
    'model-not-found',
    `The model folder \`${String(folder)}\` ${what}. Train a model first (\`ser train\` writes one to \`model\` in its run folder), or check the path.`,
    { file: String(folder) },
  );
}
