export { modelNames, models, type ModelName } from './models.js';
export type { ModelFigure, PretrainedModel, TrainingCorpus } from './pretrainedModel.js';
export { modelFiles, type ModelFiles } from './modelFiles.js';
export { SerError } from '@ser/core';
export type { PretrainedErrorCode } from './errors.js';
