/**
 * From a recipe to a report: lists clips, splits them by speaker, computes features, trains, tests, and writes the results
 * to a run folder. For Node.js. The single steps are in `@ser/experiments/steps`.
 *
 * - Recipes: `builtinRecipes`, `findRecipe`, `parseRecipe`, `resolveRecipe`
 * - Parts of your own in recipes: `registerFeature`, `registerNetwork`, `registerCorpus`, `loadPlugins`
 * - Recordings: `recordingsPage`, the page of a check
 * - Experiments: `run`, `evaluate`, `compareRuns`, `tune`
 * - Errors: `SerError`, with the codes of `ExperimentErrorCode`
 *
 * @packageDocumentation
 */
export { builtinRecipes, findRecipe } from './recipe/builtinRecipes.js';
export { parseRecipe } from './recipe/parseRecipe.js';
export { resolveRecipe, type RecipeOverrides } from './recipe/resolveRecipe.js';
export type { DimensionRecipe, Member, OptimizerRecipe, Recipe, TrainingRecipe } from './recipe/recipe.js';
export type { DataFolder, DataSource } from './recipe/dataFolder.js';
export type { EvaluationRecipe } from './recipe/evaluationRecipe.js';
export type { Normalization, NormalizationScope } from './recipe/normalization.js';
export type { SearchParameter, SearchSpace, TrialMetric } from './recipe/searchSpace.js';

export { registerFeature } from '@ser/dsp';
export { registerNetwork } from '@ser/models';
export { registerCorpus } from '@ser/datasets';
export { loadPlugins, type Plugin, type PluginTools } from './plugins/loadPlugins.js';

export { run, type RunOptions } from './run/run.js';
export type { RunResult } from './run/runResult.js';
export type { FinalModelChoice } from './training/finalModelChoice.js';
export type { ClipPrediction } from './training/predict.js';
export type {
  CorpusSummary,
  DimensionMetrics,
  DimensionScore,
  DimensionScores,
  FoldMemberMetrics,
  FoldMetrics,
  GroupedMeasures,
  GroupGap,
  GroupKind,
  GroupMeasures,
  LabelScores,
  Measures,
  MemberMetrics,
  ModelSummary,
  RaterMetrics,
  RunMetrics,
  SideSummary,
  SourceMetrics,
  UarInterval,
} from './measures/runMetrics.js';
export type {
  ChoiceOfLabels,
  CorpusUar,
  EnrollmentCurve,
  EnrollmentMetrics,
  EnrollmentPoint,
  SessionUar,
} from './measures/enrollment/enrollmentMetrics.js';
export type { Explanation, FeatureEffect, FeatureShare } from './measures/explain/explanation.js';
export type { NormalizationSummary } from './recipe/normalizationSummary.js';
export type { RunSeconds } from './progress/runSeconds.js';
export type { SkippedClip } from './progress/skippedClip.js';
export type { SplitRole } from './progress/splitRole.js';
export type { StepOptions } from './progress/stepOptions.js';
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

export { evaluate, type EvaluateOptions, type EvaluationResult } from './evaluate/evaluate.js';
export type { EvaluationMetrics } from './measures/evaluationMetrics.js';

export { recordingsPage, type RecordingsPageOptions } from './report/recordingsPage.js';

export { compareRuns, type CompareRunsOptions } from './compare/compareRuns.js';
export type { ComparedRun, RunComparison, RunsComparison, SpeakerPair } from './compare/runsComparison.js';

export { tune, type TuneOptions, type TuneResult } from './tune/tune.js';
export type { DrawSearchOptions } from './tune/drawSearch.js';
export type { SearchMethod } from './tune/searchPlan.js';
export type { SearchEvent, TrialEpochEvent, TrialEvent, TuneEvent, WinnerEvent } from './tune/tuneEvent.js';
export type { TrialRecord } from './tune/trialLog.js';
export type { TrialJob, TrialOutcome } from './tune/trialOutcome.js';
export type { Trial, TrialValues } from './tune/sampleTrials.js';
export type {
  BestTrial,
  TrialSummary,
  TuningMetrics,
  TuningSeconds,
  TuningSpeakers,
} from './tune/tuningMetrics.js';

export { SerError } from '@ser/core';
export type { ExperimentErrorCode } from './errors.js';
