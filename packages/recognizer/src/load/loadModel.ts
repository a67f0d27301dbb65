import { SerError } from '@ser/core';
import { RecognizerError } from '../errors.js';
import type { FeatureOpener } from '../ensemble/featureExtractor.js';
import type { RecognizerParts } from '../ensemble/recognizerParts.js';
import { isOnDisk } from '../files/readLocation.js';
import { modelFiles } from '../format/modelFiles.js';
import { classifierLoader, type ClassifierLoaderOptions } from './classifierLoader.js';
import { filesOf, type ModelSource, type ReadModelOptions } from './modelSource.js';
import { partOf } from './readFolder.js';
import { readModelFiles } from './readModelFiles.js';

export interface LoadOptions extends ClassifierLoaderOptions, ReadModelOptions {
  /**
   * Opens the features of models with a speech encoder: `(description) => openFeatures(description, options)` with
   * `openFeatures` of `@ser/encoder`. Use it to choose the engine or threads of the encoder, and in
   * bundles that cannot load packages while they run.
   *
   * @default `openFeatures` of the optional package `@ser/encoder`, imported when a model needs it
   */
  readonly openFeatures?: FeatureOpener | undefined;
}

/**
 * Reads a model's files and puts the model together. For a model in a folder, `file` of an error is the path of the file.
 *
 * @throws {SerError} `model-not-found`, `model-part-missing`, `model-corrupt`, `package-missing`
 */
export async function loadModel<T>(
  source: ModelSource,
  { signal, onEvent, openFeatures, ...options }: LoadOptions,
  assemble: (parts: RecognizerParts) => T,
): Promise<T> {
  try {
    const files = await filesOf(source, { signal, onEvent });
    signal?.throwIfAborted();
    const parts = await readModelFiles(files, classifierLoader(options));
    return assembled({ ...parts, openFeatures }, assemble);
  } catch (error) {
    throw withPath(error, source);
  }
}

/** Opens the speech encoder of a model, if it has one. A model that is not opened is disposed. */
export async function openOrDispose(
  model: { open(): Promise<void>; dispose(): void },
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await model.open();
    signal?.throwIfAborted();
  } catch (error) {
    model.dispose();
    throw error;
  }
}

function assembled<T>(parts: RecognizerParts, assemble: (parts: RecognizerParts) => T): T {
  try {
    return assemble(parts);
  } catch (cause) {
    for (const { classifier } of parts.members) classifier.dispose();
    const what = cause instanceof Error ? cause.message : String(cause);
    const file = modelFiles.recognizer;
    throw new RecognizerError('model-corrupt', `The parts of the model do not belong together: ${what}`, {
      file,
      cause,
    });
  }
}

function withPath(error: unknown, source: ModelSource): unknown {
  const isPath = typeof source === 'string' || source instanceof URL;
  if (!isPath || !isOnDisk(source) || !(error instanceof SerError) || error.file === undefined) return error;
  const { code } = error as SerError;
  if (code !== 'model-part-missing' && code !== 'model-corrupt') return error;
  return new RecognizerError(code, `${String(source)}: ${error.message}`, {
    file: String(partOf(source, error.file)),
    cause: error.cause ?? error,
  });
}
