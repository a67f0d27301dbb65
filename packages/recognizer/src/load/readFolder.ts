import { RecognizerError } from '../errors.js';
import type { FileSystem } from '../place/fileSystem.js';
import type { Place } from '../place/readPlace.js';
import { modelFiles, networkFileNames, type RecognizerFiles } from '../recognizerFile.js';
import { isTar, unpackTar } from './tar.js';

/**
 * Reads those of a model's files that are in a folder, or in an archive made of one. Which are missing is for the
 * caller to judge.
 *
 * @throws {SerError} `model-not-found` with `file` the folder; `model-part-missing` for a run folder taken for
 * the model in it
 */
export async function readFolder(
  system: FileSystem,
  folder: Place,
  signal?: AbortSignal,
): Promise<RecognizerFiles> {
  const found = await system.stat(folder).catch(() => undefined);
  if (!found) throw notFound(folder, 'does not exist');
  if (!found.isDirectory()) {
    const bytes = await system.readFile(folder, { signal });
    if (isTar(bytes)) return unpackTar(bytes);
    throw notFound(folder, 'is a file, not a folder and not a packed model');
  }
  const recognizer = await readIfThere(system, partOf(folder, modelFiles.recognizer), signal);
  if (!recognizer) {
    await pointToRun(system, folder, signal);
    return {};
  }
  const files: Record<string, Uint8Array> = { [modelFiles.recognizer]: recognizer };
  for (const part of networkFileNames(recognizer)) {
    const bytes = await readIfThere(system, partOf(folder, part), signal);
    if (bytes) files[part] = bytes;
  }
  return files;
}

/** The path of a part: what was given, with the name behind it. */
export function partOf(folder: Place, part: string): string | URL {
  const path = `${String(folder).replace(/[\\/]+$/, '')}/${part}`;
  return folder instanceof URL ? new URL(path) : path;
}

async function readIfThere(
  system: FileSystem,
  path: string | URL,
  signal?: AbortSignal,
): Promise<Uint8Array | undefined> {
  try {
    return await system.readFile(path, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A run folder that was taken for its model is a frequent slip. */
async function pointToRun(system: FileSystem, folder: Place, signal?: AbortSignal): Promise<void> {
  const inner = partOf(folder, 'model');
  const isRun = await readIfThere(system, partOf(inner, modelFiles.recognizer), signal).catch(
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

function notFound(folder: Place, what: string): RecognizerError {
  return new RecognizerError(
    'model-not-found',
    `The model folder \`${String(folder)}\` ${what}. Train a model first (\`ser train\` leaves one in \`model\` of its run folder), or check the path.`,
    { file: String(folder) },
  );
}
