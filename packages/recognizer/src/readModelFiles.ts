import { loadClassifier, ModelError, type Classifier, type Engine } from '@ser/models';
import { RecognizerError } from './errors.js';
import { modelFiles, parseRecognizerFile, type RecognizerFiles } from './recognizerFile.js';
import type { RecognizerParts } from './recognizerParts.js';

/**
 * Reads the parts of a recogniser from its files.
 *
 * @throws {RecognizerError} `model-part-missing`, `model-corrupt`, with `file` the name of the part
 * @throws {ModelError} `engine-unavailable`
 */
export async function readModelFiles(files: RecognizerFiles, engine: Engine): Promise<RecognizerParts> {
  for (const part of [modelFiles.recognizer, modelFiles.network, modelFiles.weights])
    requirePart(files, part);
  const parts = parseRecognizerFile(files[modelFiles.recognizer]!);
  return { ...parts, classifier: await readClassifier(files, engine) };
}

function requirePart(files: RecognizerFiles, part: string): void {
  if (files[part] !== undefined) return;
  throw new RecognizerError(
    'model-part-missing',
    `The model lacks \`${part}\`. Copy the whole model folder, or save the model again.`,
    { file: part },
  );
}

async function readClassifier(files: RecognizerFiles, engine: Engine): Promise<Classifier> {
  try {
    return await loadClassifier(files, engine);
  } catch (cause) {
    if (!(cause instanceof ModelError) || cause.code !== 'invalid-model-files') throw cause;
    throw new RecognizerError('model-corrupt', cause.message, {
      file: cause.file ?? modelFiles.network,
      cause,
    });
  }
}
