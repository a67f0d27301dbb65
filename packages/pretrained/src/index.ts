/**
 * Trained speech emotion models, as data for `@ser/recognizer`: `general`, for speakers, microphones, and languages that
 * are not in its training data; `general-small`, the same without a speech encoder; and `emodb`, with a license that
 * allows commercial use.
 *
 * - Files: `modelFiles`
 * - Model cards: `models`, `modelNames`
 * - Errors: `SerError` with the codes of `PretrainedErrorCode`
 *
 * @packageDocumentation
 */
export { modelNames, models, type ModelName } from './models.js';
export type { ModelFigure, PretrainedModel, TrainingCorpus } from './pretrainedModel.js';
export { modelFiles, type ModelFiles } from './modelFiles.js';

export { SerError } from '@ser/core';
export type { PretrainedErrorCode } from './errors.js';
