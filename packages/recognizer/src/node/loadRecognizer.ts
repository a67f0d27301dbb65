import type { Engine } from '@ser/models';
import { Recognizer } from '../recognizer.js';

/**
 * Loads a model from its folder: `Recognizer.load` with an engine that is open already.
 *
 * @throws {SerError} `model-not-found` when there is no folder, with `file` the folder;
 * `model-part-missing`, `model-corrupt`, with `file` the path of the part
 * @throws {SerError} `engine-unavailable`
 *
 * @example
 * const recognizer = await loadRecognizer('runs/ravdess/model', await openEngine('auto'));
 */
export async function loadRecognizer(folder: string, engine: Engine): Promise<Recognizer> {
  return Recognizer.load(folder, { engine });
}
