export type { OptimizerRecipe, Recipe, TrainingRecipe } from './recipe.js';
export { recipeSchema } from './recipeSchema.js';
export { parseRecipe } from './parseRecipe.js';
export { resolveRecipe, type RecipeOverrides } from './resolveRecipe.js';
export { builtinRecipes, findRecipe } from './builtinRecipes.js';

export { run, type RunOptions } from './run.js';
export type { RunResult } from './runResult.js';
export { evaluate, type EvaluateOptions, type EvaluationResult } from './evaluate.js';
export type { FinalModelChoice } from './finalModel.js';
export type { DataFolder } from './dataFolder.js';
export type {
  EngineEvent,
  EpochEvent,
  ExtractedEvent,
  FoldEvent,
  ModelEvent,
  RefitEvent,
  ReportEvent,
  RunEvent,
  ScannedEvent,
  ScoredEvent,
  SkippedEvent,
  SplitEvent,
  WarningEvent,
} from './runEvent.js';

export { scan, type ScanOptions } from './scan.js';
export type { ListedCorpus, Listing } from './listing.js';
export { split } from './split.js';
export { extract, type ExtractOptions, type ExtractedClips } from './extract.js';
export { foldRows, type FoldRows } from './foldRows.js';
export { fitNormalizer, normalise } from './normalise.js';
export { fit, type FitOptions, type Fitted } from './fit.js';
export { predict, type ClipPrediction, type PredictOptions } from './predict.js';
export { score } from './score.js';
export { measure, type MeasureOptions } from './measure.js';

export type {
  CorpusSummary,
  FoldMetrics,
  LabelScores,
  Measures,
  ModelSummary,
  RunMetrics,
  RunSeconds,
  SideSummary,
  UarInterval,
} from './runMetrics.js';
export type { EvaluationMetrics } from './evaluationMetrics.js';
export type { SkippedClip } from './skippedClip.js';
export type { StepOptions } from './stepOptions.js';
export { predictionsCsv } from './predictionsCsv.js';
export { historyCsv, type History } from './historyCsv.js';
export { runPage, type RunPageParts } from './report/runPage.js';
export { evaluationPage, type EvaluationPageParts } from './report/evaluationPage.js';

export { ExperimentError, type ExperimentErrorCode } from './errors.js';
