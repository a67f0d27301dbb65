export { modelNames, models, type ModelName } from './models.js';
export type { ModelFigure, PretrainedModel, TrainingCorpus } from './pretrainedModel.js';
export { modelFiles, type ModelFiles } from './modelFiles.js';
export { PretrainedError, type PretrainedErrorCode } from './errors.js';
