import { PretrainedError } from './errors.js';
import { modelNames, type ModelName } from './models.js';
import { type PackedFiles, unpackFiles } from './packedFiles.js';

/**
 * A model as files by name: `recognizer.json`, `README.md`, `model.json` and `weights.bin`; of several classifiers the last
 * two in a folder each, `ridge/model.json`.
 */
export type ModelFiles = Readonly<Record<string, Uint8Array>>;

/**
 * Each model as a module, loaded when it is asked for. Files beside the code would be lost where tools move code alone,
 * as Vite's development server does.
 */
const modules: Readonly<Record<ModelName, () => Promise<{ readonly default: PackedFiles }>>> = {
  general: () => import('./packed/general.json', { with: { type: 'json' } }),
  emodb: () => import('./packed/emodb.json', { with: { type: 'json' } }),
};

/**
 * The files of a model, for `Recognizer.load` of @ser/recognizer: the same in Node, browsers and workers, with any
 * bundler and without settings.
 *
 * @throws {SerError} `unknown-model`
 *
 * @example
 * const recognizer = await Recognizer.load(await modelFiles('general'));
 */
export async function modelFiles(name: ModelName): Promise<ModelFiles> {
  if (!modelNames.includes(name)) {
    throw new PretrainedError(
      'unknown-model',
      `No model is called \`${String(name)}\`; there are ${modelNames.join(', ')}.`,
    );
  }
  return unpackFiles((await modules[name]()).default);
}
