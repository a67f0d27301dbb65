export type {
  FusedRecipe,
  FusionMember,
  Method,
  OptimizerRecipe,
  Recipe,
  SingleRecipe,
  Task,
  TrainingRecipe,
} from './recipe/recipe.js';
export { isFused, membersOf, type RecipeMember } from './recipe/membersOf.js';
export { requireSingle } from './recipe/requireSingle.js';
export { recipeSchema } from './recipe/recipeSchema.js';
export { parseRecipe } from './recipe/parseRecipe.js';
export { resolveRecipe, type RecipeOverrides } from './recipe/resolveRecipe.js';
export { builtinRecipes, findRecipe } from './recipe/builtinRecipes.js';

export { run, type RunOptions } from './run/run.js';
export type { RunResult } from './run/runResult.js';
export { evaluate, type EvaluateOptions, type EvaluationResult } from './evaluate/evaluate.js';
export type { FinalModelChoice } from './training/finalModel.js';
export { explain } from './measures/explain/explain.js';
export type { Explanation, FeatureEffect, FeatureShare } from './measures/explain/explanation.js';
export type { DataFolder } from './recipe/dataFolder.js';
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
} from './progress/runEvent.js';

export { scan, type ScanOptions } from './data/scan.js';
export type { ListedCorpus, Listing } from './data/listing.js';
export { split } from './data/split.js';
export { planSplits, type PlannedSplit } from './data/planSplits.js';
export type { SplitRole } from './progress/splitRole.js';
export { extract, type ExtractOptions, type ExtractedClips } from './features/extract.js';
export type { WorkOptions } from './features/workClips.js';
export { foldRows, type FoldRows } from './training/foldRows.js';
export { augment, type AugmentOptions } from './features/augment.js';
export { trainingRows } from './training/trainingRows.js';
export { fitNormalizer, type ClipsNormalizer } from './training/normalize/fitNormalizer.js';
export { normalise } from './training/normalize/normalize.js';
export {
  normalizationOf,
  normalizationScopes,
  type Normalization,
  type NormalizationScope,
} from './recipe/normalization.js';
export type { NormalizationSummary } from './recipe/normalizationSummary.js';
export { fit, type FitOptions, type Fitted } from './training/fit.js';
export { predict, type ClipPrediction, type PredictOptions } from './training/predict.js';
export { score } from './training/score.js';
export { measure, type MeasureOptions } from './measures/measure.js';
export { enrolment, type EnrolmentOptions } from './measures/enrollment/enrolment.js';
export { enrolmentCsv } from './measures/enrollment/enrolmentCsv.js';
export type {
  ChoiceOfLabels,
  CorpusUar,
  EnrolmentCurve,
  EnrolmentMetrics,
  EnrolmentPoint,
  SessionUar,
} from './measures/enrollment/enrolmentMetrics.js';
export type { EvaluationRecipe } from './recipe/evaluationRecipe.js';

export type { CorpusSummary, FoldMemberMetrics, FoldMetrics, GroupedMeasures, GroupKind, GroupMeasures, LabelScores, Measures, MemberMetrics, ModelSummary, RunMetrics, SideSummary, SourceMetrics, UarInterval } from './measures/runMetrics.js';
export type { RunSeconds } from './progress/runSeconds.js';
export type { EvaluationMetrics } from './measures/evaluationMetrics.js';
export type { SkippedClip } from './progress/skippedClip.js';
export type { StepOptions } from './progress/stepOptions.js';
export { predictionsCsv } from './measures/predictionsCsv.js';
export { historyCsv, type History } from './measures/historyCsv.js';
export { gapSentence } from './report/gapSentence.js';
export { runPage, runReport, type RunPageParts, type RunReport } from './report/runReport.js';
export { evaluationPage, type EvaluationPageParts } from './report/evaluationPage.js';
export type { NamedChart } from './report/charts/namedChart.js';

export { compareRuns, type CompareRunsOptions } from './compare/compareRuns.js';
export type { ComparedRun, RunComparison, RunsComparison, SpeakerPair } from './compare/runsComparison.js';
export { comparisonSentence } from './compare/comparisonSentence.js';
export { comparisonPage } from './compare/comparisonPage.js';

export { tune, type TuneOptions, type TuneResult } from './tune/tune.js';
export { searchSpaceSchema } from './recipe/searchSpace.js';
export type { SearchParameter, SearchSpace, TrialMetric } from './recipe/searchSpace.js';
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

export { SerError } from '@ser/core';
export type { ExperimentErrorCode } from './errors.js';
