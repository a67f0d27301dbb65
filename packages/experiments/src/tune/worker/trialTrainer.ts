import type { Fold } from '@ser/datasets';
import type { Scores } from '@ser/metrics';
import type { Engine } from '@ser/models';
import type { Listing } from '../../data/listing.js';
import type { ExtractedClips } from '../../features/extractedClips.js';
import type { Recipe } from '../../recipe/recipe.js';
import { fit } from '../../training/fit.js';
import { foldRows } from '../../training/foldRows.js';
import { predict } from '../../training/predict.js';
import { score } from '../../training/score.js';
import { trainingRows } from '../../training/trainingRows.js';
import { sharedClips, sharedKey } from './sharedClips.js';

export interface TrialTrainerOptions {
  /** The clips of the speakers that are not used for testing, and no others. */
  readonly listing: Listing;
  /** The clips for training, for validation during training, and for scoring. */
  readonly fold: Fold;
  /** The folder in which processes share features. */
  readonly folder: string;
  readonly engine: Engine;
}

/** Trains the recipes of trials, one after the other, and scores them on the validation speakers. */
export class TrialTrainer {
  readonly #options: TrialTrainerOptions;
  /** The features of the previous recipe; most searches do not change them. */
  #last: { readonly key: string; readonly clips: Promise<ExtractedClips> } | undefined;

  constructor(options: TrialTrainerOptions) {
    this.#options = options;
  }

  /** Always trains from the first epoch, so that a trial depends only on its recipe. */
  async train(recipe: Recipe, onEpoch?: (epoch: number) => void): Promise<Scores> {
    const { fold, engine } = this.#options;
    return trainTrial(await this.#clipsOf(recipe), recipe, { fold, engine, onEpoch });
  }

  #clipsOf(recipe: Recipe): Promise<ExtractedClips> {
    const key = sharedKey(recipe);
    if (this.#last?.key !== key) this.#last = { key, clips: sharedClips(recipe, this.#options) };
    return this.#last.clips;
  }
}

export interface TrainTrialOptions extends Pick<TrialTrainerOptions, 'fold' | 'engine'> {
  readonly onEpoch?: ((epoch: number) => void) | undefined;
}

/** Trains a trial from its first epoch, and scores it on the test side of the fold. */
export async function trainTrial(
  clips: ExtractedClips,
  { labels, seed, members }: Recipe,
  { fold, engine, onEpoch }: TrainTrialOptions,
): Promise<Scores> {
  const { train, validation, test } = foldRows(fold, clips);
  const fitted = await fit(clips, members[0]!, {
    ...{ train: trainingRows(clips, train), validation, labels, seed, engine },
    onEpoch: ({ epoch }) => onEpoch?.(epoch),
  });
  try {
    return score(await predict(clips, fitted, { test, fold: fold.name, labels }), labels.length);
  } finally {
    fitted.classifier.dispose();
  }
}
