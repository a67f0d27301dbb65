import { SerError } from '@ser/core';

/**
 * - `engine-unavailable`: an engine is not installed, does not work here, is unknown, or was not opened; `cause` has the
 *   reason.
 * - `package-missing`: `h5wasm` or `fflate` is not installed, and a Keras file is to be read.
 * - `invalid-network`: a model is not a classifier, or pooling leaves no frames.
 * - `unsupported-model`: two layers of nested models have the same name.
 * - `invalid-option`: an option or a description is out of bounds or unknown.
 * - `shape-mismatch`: examples, classes, and model do not fit together.
 * - `invalid-model-files`: a saved model, a checkpoint, or a Keras file is missing, cut short, or of another kind; `file`
 *   names the file of a saved model.
 * - `disposed`: a classifier was used after `dispose`.
 * - `diverged`: the loss or a weight is NaN or infinite.
 */
export type ModelErrorCode =
  | 'engine-unavailable'
  | 'package-missing'
  | 'invalid-network'
  | 'unsupported-model'
  | 'invalid-option'
  | 'shape-mismatch'
  | 'invalid-model-files'
  | 'disposed'
  | 'diverged';

/** `SerError` with the codes of this package. */
export const ModelError = SerError<ModelErrorCode>;
export type ModelError = SerError<ModelErrorCode>;
