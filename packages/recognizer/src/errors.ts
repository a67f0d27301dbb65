import { SerError } from '@ser/core';

/**
 * - `model-not-found`: there is no model folder at that place.
 * - `model-part-missing`: a model lacks one of its files; `file` names it.
 * - `model-corrupt`: a file of a model is damaged or belongs to another model; `file` names it.
 * - `no-pretrained-model`: the general model was asked for, and `@ser/pretrained` is not installed, or cannot be read.
 * - `invalid-audio`: what was given is no sound, or holds values that are no numbers.
 * - `invalid-features`: features are not those that the normaliser was fitted on, or hold no number.
 * - `invalid-option`: the parts of a recogniser do not fit together, or an option is out of bounds.
 */
export type RecognizerErrorCode =
  | 'model-not-found'
  | 'model-part-missing'
  | 'model-corrupt'
  | 'no-pretrained-model'
  | 'file-not-found'
  | 'file-unreadable'
  | 'invalid-audio'
  | 'invalid-features'
  | 'invalid-option';

/** `SerError` with the codes of this package. */
export const RecognizerError = SerError<RecognizerErrorCode>;
export type RecognizerError = SerError<RecognizerErrorCode>;
