import type { Split, Utterance } from '@ser/datasets';
import type { Engine } from '@ser/models';
import type { Listing } from '../data/listing.js';
import { speakersOf } from '../data/speakersOf.js';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { RunSeconds } from '../progress/runSeconds.js';
import { normalizationSummary } from '../recipe/normalizationSummary.js';
import type { Recipe } from '../recipe/recipe.js';
import type { FoldResult, MemberResult } from '../training/crossValidate.js';
import type { FinalModel } from '../training/finalModel.js';
import { score } from '../training/score.js';
import type { DimensionResults } from '../training/predictDimensions.js';
import { dimensionMeasures } from './dimensionMeasures.js';
import { enrollment } from './enrollment/enrollment.js';
import type { Explanation } from './explain/explanation.js';
import { gapSentence } from './gapSentence.js';
import { measure } from './measure.js';
import { memberMetrics } from './memberMetrics.js';
import { raterMeasures } from './raterMeasures.js';
import type {
  CorpusSummary,
  FoldMemberMetrics,
  FoldMetrics,
  RunMetrics,
  SideSummary,
  SourceMetrics,
} from './runMetrics.js';

/** The recordings that were used, and those that were skipped. */
type UsedClips = Pick<ExtractedClips, 'utterances' | 'skipped'>;

/** The results with one split. */
export interface SplitOutcome {
  readonly split: Split;
  readonly folds: readonly FoldResult[];
  readonly seconds: RunSeconds;
}

/** A run and its results. */
export interface RunOutcome extends SplitOutcome {
  readonly recipe: Recipe;
  readonly listing: Listing;
  readonly clips: UsedClips;
  /** The results with the source's split, if it was run. */
  readonly source?: SplitOutcome | undefined;
  readonly model: FinalModel | undefined;
  /** The predicted values, if the recipe asks for them. */
  readonly dimensions?: DimensionResults | undefined;
  /** Which features carry each emotion, if requested. */
  readonly explanation?: Explanation | undefined;
  readonly engine: Engine;
}

/** All results of a run, for `metrics.json`. */
export function metricsOfRun(outcome: RunOutcome): RunMetrics {
  const { recipe, listing, clips, source, model, engine, seconds } = outcome;
  const { labels, seed, evaluation } = recipe;
  const own = splitMetrics(outcome, outcome);
  const raters = raterMeasures(predictionsOf(outcome.folds).flat(), labels);
  return {
    recipe: recipe.name,
    title: recipe.title,
    synthetic: listing.corpora.some(({ synthetic }) => synthetic),
    labels,
    seed,
    engine: engine.name,
    normalization: normalizationSummary(recipe),
    ...own,
    corpora: corpusSummaries(listing, clips.utterances),
    ...(evaluation && {
      enrollment: enrollment(predictionsOf(outcome.folds).flat(), {
        ...{ ...evaluation, labels, seed },
        classProfile: evaluation.classProfile ? 'fitted' : undefined,
      }),
    }),
    ...(outcome.dimensions && { dimensions: dimensionMeasures(outcome.dimensions, recipe) }),
    ...(raters && { raters }),
    ...(source && { source: sourceMetrics(splitMetrics(source, outcome), own) }),
    model: model === undefined ? null : { refitted: model.refitted, ...sideOf(clips, model.rows) },
    seconds,
    skipped: clips.skipped,
  };
}

type SplitMetrics = Omit<SourceMetrics, 'gap'>;

function splitMetrics({ split, folds }: SplitOutcome, { recipe, clips }: RunOutcome): SplitMetrics {
  const { protocol, speakerIndependent, speakersUnknown } = split;
  return {
    protocol,
    speakerIndependent,
    ...(speakersUnknown && { speakersUnknown }),
    ...measure(predictionsOf(folds), recipe),
    folds: foldMetrics(clips, folds),
    members: memberMetrics(recipe, folds),
  };
}

function sourceMetrics(source: SplitMetrics, own: SplitMetrics): SourceMetrics {
  return { ...source, gap: gapSentence(own, source).replaceAll('\u00a0', ' ') };
}

/** What was used of each corpus. */
export function corpusSummaries({ corpora }: Listing, used: readonly Utterance[]): readonly CorpusSummary[] {
  return corpora.map(({ name, title, license, synthetic }) => {
    const own = used.filter(({ corpus }) => corpus === name);
    return { name, title, license, synthetic, clips: own.length, speakers: speakersOf(own, own) };
  });
}

function predictionsOf(folds: readonly FoldResult[]) {
  return folds.map(({ predictions }) => predictions);
}

function foldMetrics(clips: UsedClips, folds: readonly FoldResult[]): readonly FoldMetrics[] {
  return folds.map(({ rows, scores, members }) => ({
    fold: rows.name,
    epochs: Math.max(...members.map(({ history }) => history.length)),
    ...scores,
    members: members.map(memberOfFold),
    train: sideOf(clips, rows.train),
    validation: sideOf(clips, rows.validation),
    test: sideOf(clips, rows.test),
  }));
}

function memberOfFold({ name, history, predictions, choice }: MemberResult): FoldMemberMetrics {
  const nClasses = predictions[0]!.probabilities.length;
  const scores = score(predictions, nClasses);
  return { name, epochs: history.length, ...scores, ...(choice !== undefined && { choice }) };
}

function sideOf({ utterances }: UsedClips, rows: readonly number[]): SideSummary {
  const clips = rows.map((row) => utterances[row]!);
  return { clips: clips.length, speakers: speakersOf(clips, utterances) };
}
