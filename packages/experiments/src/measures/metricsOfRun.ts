import type { Split, Utterance } from '@ser/datasets';
import type { Engine } from '@ser/models';
import type { FoldResult } from '../training/crossValidate.js';
import { enrolment } from '../enrolment/enrolment.js';
import type { Explanation } from '../explain/explanation.js';
import type { ExtractedClips } from '../clipFeatures/extract.js';
import type { FinalModel } from '../training/finalModel.js';
import type { Listing } from '../data/listing.js';
import { measure } from './measure.js';
import { normalizationSummary } from '../normalization/normalizationSummary.js';
import type { Recipe } from '../recipe/recipe.js';
import type {
  CorpusSummary,
  FoldMetrics,
  RunMetrics,
  RunSeconds,
  SideSummary,
  SourceMetrics,
} from './runMetrics.js';
import { speakersOf } from '../data/speakersOf.js';

/** What came of one way of splitting. */
export interface SplitOutcome {
  readonly split: Split;
  readonly folds: readonly FoldResult[];
  readonly seconds: RunSeconds;
}

/** What a run was about, and what came of it. */
export interface RunOutcome extends SplitOutcome {
  readonly recipe: Recipe;
  readonly listing: Listing;
  readonly clips: ExtractedClips;
  /** What came of the source's split, where it was run. */
  readonly source?: SplitOutcome | undefined;
  readonly model: FinalModel | undefined;
  /** What the model rests on, where that was asked for. */
  readonly explanation?: Explanation | undefined;
  readonly engine: Engine;
}

/** Gathers all that a run found out. */
export function metricsOfRun(outcome: RunOutcome): RunMetrics {
  const { recipe, listing, split, clips, folds, source, model, engine, seconds } = outcome;
  const { labels, seed, evaluation } = recipe;
  return {
    recipe: recipe.name,
    title: recipe.title,
    protocol: split.protocol,
    speakerIndependent: split.speakerIndependent,
    synthetic: listing.corpora.some(({ synthetic }) => synthetic),
    labels,
    seed,
    engine: engine.name,
    normalization: normalizationSummary(recipe),
    ...measure(predictionsBy(folds), { labels, seed }),
    folds: foldMetrics(clips, folds),
    corpora: corpusSummaries(listing, clips.utterances),
    ...(evaluation && { enrolment: enrolment(predictionsBy(folds).flat(), { ...evaluation, labels, seed }) }),
    ...(source && { source: sourceMetrics(source, outcome) }),
    model: model === undefined ? null : { refitted: model.refitted, ...sideOf(clips, model.rows) },
    seconds,
    skipped: clips.skipped,
  };
}

/** What took part from each corpus. */
export function corpusSummaries({ corpora }: Listing, used: readonly Utterance[]): readonly CorpusSummary[] {
  return corpora.map(({ name, title, licence, synthetic }) => {
    const own = used.filter(({ corpus }) => corpus === name);
    return { name, title, licence, synthetic, clips: own.length, speakers: speakersOf(own, own) };
  });
}

function sourceMetrics({ split, folds }: SplitOutcome, { recipe, clips }: RunOutcome): SourceMetrics {
  const { protocol, speakerIndependent } = split;
  const { labels, seed } = recipe;
  return {
    protocol,
    speakerIndependent,
    ...measure(predictionsBy(folds), { labels, seed }),
    folds: foldMetrics(clips, folds),
  };
}

function predictionsBy(folds: readonly FoldResult[]) {
  return folds.map(({ predictions }) => predictions);
}

function foldMetrics(clips: ExtractedClips, folds: readonly FoldResult[]): readonly FoldMetrics[] {
  return folds.map(({ rows, history, scores, choice }) => ({
    fold: rows.name,
    epochs: history.length,
    ...scores,
    ...(choice && { choice }),
    train: sideOf(clips, rows.train),
    validation: sideOf(clips, rows.validation),
    test: sideOf(clips, rows.test),
  }));
}

function sideOf({ utterances }: ExtractedClips, rows: readonly number[]): SideSummary {
  const clips = rows.map((row) => utterances[row]!);
  return { clips: clips.length, speakers: speakersOf(clips, utterances) };
}
