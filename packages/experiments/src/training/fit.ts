import type { Classifier } from '@ser/classifiers';
import { sourceOf, speakerKey } from '@ser/datasets';
import { createClassifier } from '@ser/models';
import type { Engine, TrainingOptions, EpochRecord } from '@ser/models';
import type { ExtractedClips } from '../features/extract.js';
import type { SingleRecipe } from '../recipe/recipe.js';
import { examplesOf } from './examplesOf.js';
import type { Preparation } from './examplesOf.js';
import { fitPreparation } from './fitPreparation.js';

/** What training leaves: a classifier, and what prepares clips for it. */
export interface Fitted extends Preparation {
  readonly classifier: Classifier;
  readonly history: readonly EpochRecord[];
}

export interface FitOptions extends Pick<TrainingOptions, 'checkpoint' | 'resume' | 'onEpoch' | 'onWarning'> {
  /** Rows trained on, copies included; normaliser and encoder, too, see no other. */
  readonly train: readonly number[];
  /** Rows watched during training; they decide what the recipe's callbacks let them decide. @default none */
  readonly validation?: readonly number[];
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
}

/** Trains the recipe's classifier on some of the clips. The caller disposes of it. */
export async function fit(clips: ExtractedClips, recipe: SingleRecipe, options: FitOptions): Promise<Fitted> {
  const { train, validation = [], engine, signal, ...others } = options;
  const preparation = await fitPreparation(clips, recipe, { train, signal });
  const side = (rows: readonly number[]) => ({
    x: examplesOf(clips, rows, preparation),
    y: labelIndices(clips, rows, recipe.labels),
  });
  const { x, y } = side(train);
  const classifier = createClassifier(recipe.classifier, {
    engine,
    inputShape: x.shape.slice(1),
    nClasses: recipe.labels.length,
    seed: recipe.seed,
  });
  try {
    const history = await classifier.fit(x, y, {
      ...recipe.training,
      ...others,
      ...voicesOf(clips, train),
      seed: recipe.seed,
      ...(validation.length > 0 && { validation: side(validation) }),
      ...(signal && { signal }),
    });
    return { ...preparation, classifier, history };
  } catch (error) {
    classifier.dispose();
    throw error;
  }
}

/**
 * Who speaks in each clip, in which corpus, and which are copies: inner folds of a closed-form classifier keep voices
 * together.
 */
function voicesOf(
  { utterances }: ExtractedClips,
  rows: readonly number[],
): Required<Pick<TrainingOptions, 'groups' | 'domains' | 'copies'>> {
  return {
    groups: rows.map((row) => speakerKey(utterances[row]!)),
    domains: rows.map((row) => utterances[row]!.corpus),
    copies: Uint8Array.from(rows, (row) => Number(sourceOf(utterances[row]!.id) !== utterances[row]!.id)),
  };
}

function labelIndices(clips: ExtractedClips, rows: readonly number[], labels: readonly string[]): Int32Array {
  return Int32Array.from(rows, (row) => labels.indexOf(clips.utterances[row]!.emotion));
}
