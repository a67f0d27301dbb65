import { SerError } from '@ser/core';

/**
 * - `model-not-found`: there is no model at that path or URL.
 * - `model-part-missing`: a file of the model is missing; `file` names it.
 * - `model-corrupt`: a file of the model is damaged or belongs to another model; `file` names it.
 * - `package-missing`: the model needs an optional package that is not installed; the message names it.
 * - `file-not-found`: there is no recording at that path or URL.
 * - `file-unreadable`: the recording cannot be read.
 * - `invalid-audio`: the input is not audio, or a sample is not a finite number.
 * - `audio-too-long`: the audio is longer than `maxSeconds`.
 * - `disposed`: a recognizer was used after `dispose`.
 * - `invalid-option`: an option is out of bounds, or the parts of a recognizer do not fit together.
 * - `no-speech`: a clip to teach contains no speech.
 * - `not-teachable`: the model has no classifier that can be taught.
 */
export type RecognizerErrorCode =
  | 'model-not-found'
  | 'model-part-missing'
  | 'model-corrupt'
  | 'package-missing'
  | 'file-not-found'
  | 'file-unreadable'
  | 'invalid-audio'
  | 'audio-too-long'
  | 'disposed'
  | 'invalid-option'
  | 'no-speech'
  | 'not-teachable';

/** `SerError` with the codes of this package. */
export const RecognizerError = SerError<RecognizerErrorCode>;
export type RecognizerError = SerError<RecognizerErrorCode>;
