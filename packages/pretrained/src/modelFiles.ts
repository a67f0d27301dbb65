import { PretrainedError } from './errors.js';
import { modelUrls } from './modelUrls.js';
import { modelNames, type ModelName } from './models.js';
import { readBytes } from './readBytes.js';

/** A model as files by name: `recognizer.json`, `model.json`, `weights.bin`, `README.md`. */
export type ModelFiles = Readonly<Record<string, Uint8Array>>;

/**
 * The files of a model, for `Recognizer.fromFiles` of @ser/recognizer: read from the disk in Node, fetched from where
 * the bundler has put them in a browser. Nothing else is contacted.
 *
 * @throws {PretrainedError} `unknown-model`, `model-unreadable`
 *
 * @example
 * const recognizer = await Recognizer.fromFiles(await modelFiles('general'), await openEngine('auto'));
 */
export async function modelFiles(name: ModelName): Promise<ModelFiles> {
  if (!modelNames.includes(name)) {
    throw new PretrainedError(
      'unknown-model',
      `No model is called \`${String(name)}\`; there are ${modelNames.join(', ')}.`,
    );
  }
  const read = Object.entries(modelUrls[name]).map(async ([file, url]) => [file, await readBytes(url())]);
  return Object.fromEntries(await Promise.all(read)) as ModelFiles;
}
