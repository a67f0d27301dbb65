export { Recognizer, type Prediction } from './recognizer.js';
export type { RecognizerParts } from './recognizerParts.js';
export type { RecognizerFiles } from './recognizerFile.js';
export { Normalizer, type NormalizerJson } from './normalizer.js';
export type { RecognizerCard, TrainingCorpus } from './recognizerCard.js';
export { RecognizerError, type RecognizerErrorCode } from './errors.js';
