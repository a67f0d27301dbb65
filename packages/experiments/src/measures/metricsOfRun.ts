import type { Split, Utterance } from '@ser/datasets';
import type { Engine } from '@ser/models';
import type { Listing } from '../data/listing.js';
import { speakersOf } from '../data/speakersOf.js';
import type { ExtractedClips } from '../features/extract.js';
import type { RunSeconds } from '../progress/runSeconds.js';
import { membersOf } from '../recipe/membersOf.js';
import type { Recipe } from '../recipe/recipe.js';
import { recipeNormalization } from '../recipe/recipeNormalization.js';
import type { FoldResult, MemberResult } from '../training/crossValidate.js';
import type { FinalModel } from '../training/finalModel.js';
import { score } from '../training/score.js';
import { enrolment } from './enrollment/enrolment.js';
import type { Explanation } from './explain/explanation.js';
import { measure } from './measure.js';
import { memberMetrics } from './memberMetrics.js';
import type { CorpusSummary, FoldMemberMetrics, FoldMetrics, RunMetrics, SideSummary, SourceMetrics } from './runMetrics.js';

/** The recordings that took part, and those that could not. */
type UsedClips = Pick<ExtractedClips, 'utterances' | 'skipped'>;

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
  readonly clips: UsedClips;
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
  const members = memberMetrics(membersOf(recipe), folds);
  return {
    recipe: recipe.name,
    title: recipe.title,
    protocol: split.protocol,
    speakerIndependent: split.speakerIndependent,
    synthetic: listing.corpora.some(({ synthetic }) => synthetic),
    labels,
    seed,
    engine: engine.name,
    normalization: recipeNormalization(recipe),
    ...measure(predictionsBy(folds), { labels, seed }),
    folds: foldMetrics(clips, folds),
    ...(members && { members }),
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
  const members = memberMetrics(membersOf(recipe), folds);
  return {
    protocol,
    speakerIndependent,
    ...measure(predictionsBy(folds), { labels, seed }),
    folds: foldMetrics(clips, folds),
    ...(members && { members }),
  };
}

function predictionsBy(folds: readonly FoldResult[]) {
  return folds.map(({ predictions }) => predictions);
}

function foldMetrics(clips: UsedClips, folds: readonly FoldResult[]): readonly FoldMetrics[] {
  return folds.map(({ rows, scores, members }) => ({
    fold: rows.name,
    epochs: Math.max(...members.map(({ history }) => history.length)),
    ...scores,
    ...(members.length === 1 ? choiceOf(members[0]!) : { members: members.map(memberOfFold) }),
    train: sideOf(clips, rows.train),
    validation: sideOf(clips, rows.validation),
    test: sideOf(clips, rows.test),
  }));
}

function memberOfFold(member: MemberResult): FoldMemberMetrics {
  const { name, history, predictions } = member;
  const nClasses = predictions[0]!.probabilities.length;
  return { name: name!, epochs: history.length, ...score(predictions, nClasses), ...choiceOf(member) };
}

function choiceOf({ choice }: MemberResult): Pick<FoldMetrics, 'choice'> {
  return choice === undefined ? {} : { choice };
}

function sideOf({ utterances }: UsedClips, rows: readonly number[]): SideSummary {
  const clips = rows.map((row) => utterances[row]!);
  return { clips: clips.length, speakers: speakersOf(clips, utterances) };
}
