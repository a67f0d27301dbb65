import type { Listing } from '../data/listing.js';
import { planSplits } from '../data/planSplits.js';
import type { PlannedSplit } from '../data/planSplits.js';
import { requireEveryLabel } from '../data/requireLabels.js';
import { scan } from '../data/scan.js';
import { augmentMembers } from '../features/augmentMembers.js';
import type { ExtractedClips } from '../features/extract.js';
import { extractMembers } from '../features/extractMembers.js';
import type { StepOptions } from '../progress/stepOptions.js';
import type { Stopwatch } from '../progress/stopwatch.js';
import type { DataFolder } from '../recipe/dataFolder.js';
import { membersOf } from '../recipe/membersOf.js';
import type { Recipe } from '../recipe/recipe.js';
import { checkCopies } from '../training/checkCopies.js';
import { finalFold } from '../training/finalFold.js';
import { refits } from '../training/finalModel.js';
import type { FinalModelChoice } from '../training/finalModel.js';
import { foldRows } from '../training/foldRows.js';
import type { FoldRows } from '../training/foldRows.js';
import type { TrainingMember } from '../training/trainingMember.js';

export interface PrepareOptions extends StepOptions {
  readonly data: readonly DataFolder[];
  readonly finalModel: FinalModelChoice;
  readonly workers?: number | undefined;
  readonly cache?: string | undefined;
  readonly stopwatch: Stopwatch;
}

/** A split with its folds as rows of the extracted clips. */
export interface PreparedSplit extends PlannedSplit {
  readonly folds: readonly FoldRows[];
}

/** All that training needs: who is on which side, and the features of everyone. */
export interface PreparedRun {
  readonly recipe: Recipe;
  readonly listing: Listing;
  /** The recordings that can be used, and those that cannot. */
  readonly clips: Pick<ExtractedClips, 'utterances' | 'skipped'>;
  /** The classifiers, each with the features it asks for of these recordings and of its copies of them. */
  readonly members: readonly TrainingMember[];
  readonly main: PreparedSplit;
  /** The split of the recipe's source, where it has one. */
  readonly source: PreparedSplit | undefined;
  /** What the model to leave behind is trained on anew, when it is. */
  readonly refit: FoldRows | undefined;
}

/** The steps before training: scan, split, extract, augment. */
export async function prepareRun(recipe: Recipe, options: PrepareOptions): Promise<PreparedRun> {
  const { data, stopwatch, onEvent } = options;
  const corpora = recipe.corpora.map(({ name }) => name);
  const listing = await scan({ ...options, corpora, labels: recipe.labels, data });
  requireEveryLabel(listing, recipe.labels);
  const splits = planSplits(listing, recipe);
  for (const { role, split } of splits) {
    const { protocol, speakerIndependent, folds } = split;
    onEvent?.({ type: 'split', role, protocol, speakerIndependent, nFolds: folds.length });
  }
  return stopwatch.time('extract', () => describe(recipe, listing, splits, options));
}

async function describe(
  recipe: Recipe,
  listing: Listing,
  splits: readonly PlannedSplit[],
  options: PrepareOptions,
): Promise<PreparedRun> {
  const members = membersOf(recipe);
  const { maxUnreadable } = recipe;
  const descriptions = members.map((member) => member.recipe.features);
  const extracted = await extractMembers(listing, descriptions, { ...options, maxUnreadable });
  const clips = extracted[0]!;
  const [main, source] = splits.map((plan) => inRows(plan, clips));
  const wantsRefit = refits(options.finalModel, main!.folds.length);
  const refit = wantsRefit ? foldRows(finalFold(listing, recipe, main!.split), clips) : undefined;
  const folds = [...main!.folds, ...(source?.folds ?? []), ...(refit ? [refit] : [])];
  const rows = [...new Set(folds.flatMap(({ train }) => train))].sort((a, b) => a - b);
  const pools = await augmentMembers(listing, members, extracted, { ...options, rows });
  for (const pool of new Set(pools)) checkCopies(pool, folds);
  return {
    recipe,
    listing,
    clips,
    members: members.map((member, index) => ({ ...member, pool: pools[index]! })),
    main: main!,
    source,
    refit,
  };
}

function inRows(plan: PlannedSplit, clips: Pick<ExtractedClips, 'utterances'>): PreparedSplit {
  return { ...plan, folds: plan.split.folds.map((fold) => foldRows(fold, clips)) };
}
