import type { Fold } from '@ser/datasets';
import type { Scores } from '@ser/metrics';
import type { Engine } from '@ser/models';
import type { Listing } from '../../data/listing.js';
import type { ExtractedClips } from '../../features/extract.js';
import type { SingleRecipe } from '../../recipe/recipe.js';
import { fit } from '../../training/fit.js';
import { foldRows } from '../../training/foldRows.js';
import { predict } from '../../training/predict.js';
import { score } from '../../training/score.js';
import { trainingRows } from '../../training/trainingRows.js';
import { sharedClips, sharedKey } from './sharedClips.js';

export interface TrialTrainerOptions {
  /** The clips of the speakers that are not tested; no other reaches this room. */
  readonly listing: Listing;
  /** Who is learnt from, watched, and scored on. */
  readonly fold: Fold;
  /** Where processes leave features for each other. */
  readonly folder: string;
  readonly engine: Engine;
}

/** Trains the recipes of trials, one after the other, and scores them on the validation speakers. */
export class TrialTrainer {
  readonly #options: TrialTrainerOptions;
  /** The features of the recipe before; most searches leave them as they are. */
  #last: { readonly key: string; readonly clips: Promise<ExtractedClips> } | undefined;

  constructor(options: TrialTrainerOptions) {
    this.#options = options;
  }

  /** Trains from the first epoch on, whatever was trained before: a trial depends on nothing but its recipe. */
  async train(recipe: SingleRecipe, onEpoch?: (epoch: number) => void): Promise<Scores> {
    const { fold, engine } = this.#options;
    const clips = await this.#clipsOf(recipe);
    const { train, validation, test } = foldRows(fold, clips);
    const fitted = await fit(clips, recipe, {
      ...{ train: trainingRows(clips, train), validation, engine },
      onEpoch: ({ epoch }) => onEpoch?.(epoch),
    });
    try {
      const { labels } = recipe;
      return score(await predict(clips, fitted, { test, fold: fold.name, labels }), labels.length);
    } finally {
      fitted.classifier.dispose();
    }
  }

  #clipsOf(recipe: SingleRecipe): Promise<ExtractedClips> {
    const key = sharedKey(recipe);
    if (this.#last?.key !== key) this.#last = { key, clips: sharedClips(recipe, this.#options) };
    return this.#last.clips;
  }
}
