import type { Split, Utterance } from '@ser/datasets';
import type { Engine } from '@ser/models';
import type { FoldResult } from './crossValidate.js';
import type { ExtractedClips } from './extract.js';
import type { FinalModel } from './finalModel.js';
import type { Listing } from './listing.js';
import { measure } from './measure.js';
import type { Recipe } from './recipe.js';
import type { CorpusSummary, RunMetrics, RunSeconds, SideSummary } from './runMetrics.js';
import { speakersOf } from './speakersOf.js';

/** What a run was about, and what came of it. */
export interface RunOutcome {
  readonly recipe: Recipe;
  readonly listing: Listing;
  readonly split: Split;
  readonly clips: ExtractedClips;
  readonly folds: readonly FoldResult[];
  readonly model: FinalModel | undefined;
  readonly engine: Engine;
  readonly seconds: RunSeconds;
}

/** Gathers all that a run found out. */
export function metricsOfRun(outcome: RunOutcome): RunMetrics {
  const { recipe, listing, split, clips, folds, model, engine, seconds } = outcome;
  const { labels, seed } = recipe;
  return {
    recipe: recipe.name,
    title: recipe.title,
    protocol: split.protocol,
    speakerIndependent: split.speakerIndependent,
    synthetic: listing.corpora.some(({ synthetic }) => synthetic),
    labels,
    seed,
    engine: engine.name,
    ...measure(
      folds.map(({ predictions }) => predictions),
      { labels, seed },
    ),
    folds: folds.map(({ rows, scores }) => ({
      fold: rows.name,
      ...scores,
      train: sideOf(clips, rows.train),
      validation: sideOf(clips, rows.validation),
      test: sideOf(clips, rows.test),
    })),
    corpora: corpusSummaries(listing, clips.utterances),
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

function sideOf({ utterances }: ExtractedClips, rows: readonly number[]): SideSummary {
  const clips = rows.map((row) => utterances[row]!);
  return { clips: clips.length, speakers: speakersOf(clips, utterances) };
}
