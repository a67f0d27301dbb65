export type { OptimizerRecipe, Recipe, TrainingRecipe } from './recipe.js';
export { recipeSchema } from './recipeSchema.js';
export { parseRecipe } from './parseRecipe.js';
export { resolveRecipe, type RecipeOverrides } from './resolveRecipe.js';
export { builtinRecipes, findRecipe } from './builtinRecipes.js';

export { run, type RunOptions } from './run.js';
export type { RunResult } from './runResult.js';
export { evaluate, type EvaluateOptions, type EvaluationResult } from './evaluate.js';
export type { FinalModelChoice } from './finalModel.js';
export { explain } from './explain/explain.js';
export type { Explanation, FeatureEffect, FeatureShare } from './explain/explanation.js';
export type { DataFolder } from './dataFolder.js';
export type {
  AugmentedEvent,
  EngineEvent,
  EpochEvent,
  ExtractedEvent,
  FoldEvent,
  FoldPlace,
  ModelEvent,
  RefitEvent,
  ReportEvent,
  ResumedEvent,
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
export { planSplits, type PlannedSplit, type SplitRole } from './planSplits.js';
export { extract, type ExtractOptions, type ExtractedClips } from './extract.js';
export type { WorkOptions } from './clipFeatures/workClips.js';
export { foldRows, type FoldRows } from './foldRows.js';
export { augment, type AugmentOptions } from './augment.js';
export { trainingRows } from './trainingRows.js';
export { fitNormalizer, type ClipsNormalizer } from './normalization/fitNormalizer.js';
export { normalise } from './normalization/normalise.js';
export {
  normalizationOf,
  normalizationScopes,
  type Normalization,
  type NormalizationScope,
} from './normalization/normalization.js';
export type { NormalizationSummary } from './normalization/normalizationSummary.js';
export { fit, type FitOptions, type Fitted } from './fit.js';
export { predict, type ClipPrediction, type PredictOptions } from './predict.js';
export { score } from './score.js';
export { measure, type MeasureOptions } from './measure.js';
export { enrolment, type EnrolmentOptions } from './enrolment/enrolment.js';
export { enrolmentCsv } from './enrolment/enrolmentCsv.js';
export type {
  ChoiceOfLabels,
  CorpusUar,
  EnrolmentCurve,
  EnrolmentMetrics,
  EnrolmentPoint,
  SessionUar,
} from './enrolment/enrolmentMetrics.js';
export type { EvaluationRecipe } from './enrolment/evaluationRecipe.js';

export type {
  CorpusSummary,
  FoldMetrics,
  GroupedMeasures,
  GroupKind,
  GroupMeasures,
  LabelScores,
  Measures,
  ModelSummary,
  RunMetrics,
  RunSeconds,
  SideSummary,
  SourceMetrics,
  UarInterval,
} from './runMetrics.js';
export type { EvaluationMetrics } from './evaluationMetrics.js';
export type { SkippedClip } from './skippedClip.js';
export type { StepOptions } from './stepOptions.js';
export { predictionsCsv } from './predictionsCsv.js';
export { historyCsv, type History } from './historyCsv.js';
export { gapSentence } from './report/gapSentence.js';
export { runPage, runReport, type RunPageParts, type RunReport } from './report/runReport.js';
export { evaluationPage, type EvaluationPageParts } from './report/evaluationPage.js';
export type { Picture } from './report/pictures/picture.js';

export { compareRuns, type CompareRunsOptions } from './compare/compareRuns.js';
export type { ComparedRun, RunComparison, RunsComparison, SpeakerPair } from './compare/runsComparison.js';
export { comparisonSentence } from './compare/comparisonSentence.js';
export { comparisonPage } from './compare/comparisonPage.js';

export { tune, type TuneOptions, type TuneResult } from './tune/tune.js';
export { searchSpaceSchema } from './tune/searchSpace.js';
export type { SearchParameter, SearchSpace, TrialMetric } from './tune/searchSpace.js';
export { searchMethods, type SearchMethod } from './tune/searchPlan.js';
export { holdOutRequest } from './tune/holdOut.js';
export type { SearchEvent, TrialEpochEvent, TrialEvent, TuneEvent, WinnerEvent } from './tune/tuneEvent.js';
export type {
  BestTrial,
  TrialSummary,
  TuningMetrics,
  TuningSeconds,
  TuningSpeakers,
} from './tune/tuningMetrics.js';
export { tuningPage } from './tune/report/tuningPage.js';

export { ExperimentError, type ExperimentErrorCode } from './errors.js';
