/**
 * The steps of `run`, to use separately or in another order.
 *
 * - Data: `scan` lists clips, `split` makes folds
 * - Features: `extract` and `augment` compute them, `foldRows` and `trainingRows` find the clips of a fold
 * - Training: `fit`, `predict`
 * - Results: `score`, `measure`, `enrollment`, `explain`, `predictionsCsv`
 *
 * @packageDocumentation
 */
export { scan, type ScanOptions } from './data/scan.js';
export type { ListedCorpus, Listing } from './data/listing.js';
export { split } from './data/split.js';

export { extract, type ExtractOptions } from './features/extract.js';
export type { ExtractedClips } from './features/extractedClips.js';
export { augment, type AugmentOptions } from './features/augment.js';
export type { WorkOptions } from './features/workClips.js';
export { foldRows, type FoldRows } from './training/foldRows.js';
export { trainingRows } from './training/trainingRows.js';

export { fit, type FitOptions, type Fitted } from './training/fit.js';
export type { Encoding, Preparation } from './training/examples.js';
export type { ClipsNormalizer } from './training/normalize/fitNormalizer.js';
export { predict, type ClipPrediction, type PredictOptions } from './training/predict.js';

export { score } from './training/score.js';
export { measure, type MeasureOptions } from './measures/measure.js';
export { enrollment, type EnrollmentOptions } from './measures/enrollment/enrollment.js';
export { explain } from './measures/explain/explain.js';
export { predictionsCsv } from './measures/predictionsCsv.js';
