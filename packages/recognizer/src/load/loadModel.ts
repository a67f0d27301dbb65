import { type Engine, type EngineName, openEngine } from '@ser/models';
import { RecognizerError } from '../errors.js';
import { isOnDisk } from '../place/readPlace.js';
import type { RecognizerFiles } from '../recognizerFile.js';
import { filesOf, type ModelSource } from './modelSource.js';
import { partOf } from './readFolder.js';

export interface LoadOptions {
  /**
   * What computes: an open engine, or the name of one.
   *
   * @default 'auto'
   */
  readonly engine?: Engine | EngineName | 'auto';
  /** Stops the loading: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches a model's files, opens an engine and puts the model together. An error of a model in a folder names the
 * file in it.
 */
export async function loadModel<T>(
  source: ModelSource,
  { engine = 'auto', signal }: LoadOptions,
  assemble: (files: RecognizerFiles, engine: Engine) => Promise<T>,
): Promise<T> {
  try {
    const files = await filesOf(source, signal);
    signal?.throwIfAborted();
    return await assemble(files, typeof engine === 'string' ? await openEngine(engine) : engine);
  } catch (error) {
    if (!(error instanceof RecognizerError) || error.file === undefined) throw error;
    throw inFolder(error, source, error.file);
  }
}

function inFolder(error: RecognizerError, source: ModelSource, part: string): RecognizerError {
  if (error.code === 'model-not-found' || !isPath(source) || !isOnDisk(source)) return error;
  return new RecognizerError(error.code, `\`${String(source)}\`: ${error.message}`, {
    file: String(partOf(source, part)),
    cause: error.cause ?? error,
  });
}

function isPath(source: ModelSource): source is string | URL {
  return typeof source === 'string' || source instanceof URL;
}
