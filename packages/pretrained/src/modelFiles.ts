import { PretrainedError } from './errors.js';
import { modelNames, type ModelName } from './models.js';
import { type PackedFiles, unpackFiles } from './unpackFiles.js';

/**
 * A model as files by name: `recognizer.json`, `README.md`, and for each classifier `model.json` and `weights.bin` in a
 * folder of its name, such as `ridge/model.json`.
 */
export type ModelFiles = Readonly<Record<string, Uint8Array>>;

/** Each model is a separate module, which is loaded only if needed; every bundler can follow these imports. */
const modules: Readonly<Record<ModelName, () => Promise<{ readonly default: PackedFiles }>>> = {
  general: () => import('./packed/general.js'),
  'general-small': () => import('./packed/general-small.js'),
  emodb: () => import('./packed/emodb.js'),
};

/**
 * Returns the files of a model, for `Recognizer.load` of `@ser/recognizer`: the same in Node, browsers, and workers, with
 * any bundler and without configuration.
 *
 * @throws {SerError} `unknown-model`
 *
 * @example
 * const recognizer = await Recognizer.load(await modelFiles('emodb'));
 */
export async function modelFiles(name: ModelName): Promise<ModelFiles> {
  if (!modelNames.includes(name)) {
    const names = modelNames.map((known) => `'${known}'`).join(', ');
    throw new PretrainedError('unknown-model', `\`name\` must be one of ${names}; got '${String(name)}'.`);
  }
  return unpackFiles((await modules[name]()).default);
}
