import { dataWarnings } from '../data/dataWarnings.js';
import type { Listing } from '../data/listing.js';
import { requireDimensions } from '../data/requireDimensions.js';
import { requireEveryLabel } from '../data/requireLabels.js';
import { scan } from '../data/scan.js';
import { planSplits, type PlannedSplit } from '../data/split.js';
import { augmentMembers } from '../features/augmentMembers.js';
import { extractMembers } from '../features/extractMembers.js';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { FeatureFiles } from '../features/featureFiles.js';
import type { WorkOptions } from '../features/workClips.js';
import type { StepOptions } from '../progress/stepOptions.js';
import type { DataSource } from '../recipe/dataFolder.js';
import type { Recipe } from '../recipe/recipe.js';
import { checkCopies } from '../training/checkCopies.js';
import { finalFold } from '../training/finalFold.js';
import { refits, type FinalModelChoice } from '../training/finalModelChoice.js';
import { foldRows, type FoldRows } from '../training/foldRows.js';
import type { TrainingMember } from '../training/trainFold.js';

export interface PrepareOptions extends WorkOptions {
  readonly finalModel: FinalModelChoice;
  /** Where to keep features that are too large for memory. @default all are kept in memory */
  readonly files?: FeatureFiles | undefined;
}

/** The listed clips, and their splits. */
export interface RunPlan {
  readonly recipe: Recipe;
  readonly listing: Listing;
  /** The run's own split, then that of the recipe's source, if it has one. */
  readonly splits: readonly PlannedSplit[];
}

/** A split with its folds as rows of the extracted clips. */
export interface PreparedSplit extends PlannedSplit {
  readonly folds: readonly FoldRows[];
}

/** Everything that training needs: the sides of every fold, and the features of all clips. */
export interface PreparedRun {
  readonly recipe: Recipe;
  readonly listing: Listing;
  /** The usable recordings, and the skipped ones. */
  readonly clips: Pick<ExtractedClips, 'utterances' | 'skipped'>;
  /** The members, each with its features of these recordings and of its augmented copies. */
  readonly members: readonly TrainingMember[];
  readonly main: PreparedSplit;
  /** The split of the recipe's source, if it has one. */
  readonly source: PreparedSplit | undefined;
  /** The clips to train the final model on, if it is trained again. */
  readonly refit: FoldRows | undefined;
}

/** The first steps, which take little time: scan, split. */
export async function planRun(
  recipe: Recipe,
  data: readonly DataSource[],
  options: StepOptions,
): Promise<RunPlan> {
  const { signal, onEvent } = options;
  const corpora = recipe.corpora.map(({ name }) => name);
  const listing = await scan({ corpora, labels: recipe.labels, data, signal, onEvent });
  requireEveryLabel(listing, recipe.labels);
  requireDimensions(listing.utterances, recipe);
  const splits = planSplits(listing, recipe);
  for (const message of dataWarnings(listing, recipe.labels, splits[0]!.split, recipe.members)) {
    onEvent?.({ type: 'warning', code: 'own-data', message });
  }
  for (const { role, split } of splits) {
    const { protocol, speakerIndependent, folds } = split;
    onEvent?.({ type: 'split', role, protocol, speakerIndependent, nFolds: folds.length });
  }
  return { recipe, listing, splits };
}

/** The other steps before training: extract, augment. */
export async function prepareRun(
  { recipe, listing, splits }: RunPlan,
  options: PrepareOptions,
): Promise<PreparedRun> {
  const { members, seed, maxUnreadable } = recipe;
  const descriptions = members.map(({ features }) => features);
  const extracted = await extractMembers(listing, descriptions, { ...options, maxUnreadable });
  const clips = extracted[0]!;
  const [main, source] = splits.map((plan) => inRows(plan, clips));
  const wantsRefit = refits(options.finalModel, main!.folds.length);
  const refit = wantsRefit ? foldRows(finalFold(listing, recipe, main!.split), clips) : undefined;
  const folds = [...main!.folds, ...(source?.folds ?? []), ...(refit ? [refit] : [])];
  const rows = [...new Set(folds.flatMap(({ train }) => train))].sort((a, b) => a - b);
  const pools = await augmentMembers(listing, members, extracted, { ...options, seed, rows });
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
