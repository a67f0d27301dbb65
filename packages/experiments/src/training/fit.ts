import { sourceOf, speakerKey } from '@ser/datasets';
import { createClassifier } from '@ser/models';
import type { Classifier, Engine, TrainingOptions, EpochRecord } from '@ser/models';
import type { ExtractedClips } from '../clipFeatures/extract.js';
import { fitNormalizer } from '../normalization/fitNormalizer.js';
import type { ClipsNormalizer } from '../normalization/fitNormalizer.js';
import { normalise } from '../normalization/normalise.js';
import type { Recipe } from '../recipe/recipe.js';

/** What training leaves: a classifier, and the normaliser it expects its input from. */
export interface Fitted {
  readonly normalizer: ClipsNormalizer;
  readonly classifier: Classifier;
  readonly history: readonly EpochRecord[];
}

export interface FitOptions extends Pick<TrainingOptions, 'checkpoint' | 'resume' | 'onEpoch' | 'onWarning'> {
  /** Rows trained on, copies included; the normaliser, too, sees no other. */
  readonly train: readonly number[];
  /** Rows watched during training; they decide what the recipe's callbacks let them decide. @default none */
  readonly validation?: readonly number[];
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
}

/** Trains the recipe's classifier on some of the clips. The caller disposes of it. */
export async function fit(clips: ExtractedClips, recipe: Recipe, options: FitOptions): Promise<Fitted> {
  const { train, validation = [], engine, signal, ...others } = options;
  const normalizer = fitNormalizer(clips, train, recipe.normalize);
  const side = (rows: readonly number[]) => ({
    x: normalise(clips, rows, normalizer),
    y: labelIndices(clips, rows, recipe.labels),
  });
  const classifier = createClassifier(recipe.classifier, {
    engine,
    inputShape: [clips.nFrames, clips.nFeatures],
    nClasses: recipe.labels.length,
    seed: recipe.seed,
  });
  try {
    const { x, y } = side(train);
    const history = await classifier.fit(x, y, {
      ...recipe.training,
      ...others,
      ...voicesOf(clips, train),
      seed: recipe.seed,
      ...(validation.length > 0 && { validation: side(validation) }),
      ...(signal && { signal }),
    });
    return { normalizer, classifier, history };
  } catch (error) {
    classifier.dispose();
    throw error;
  }
}

/** Who speaks in each clip and which are copies: inner folds of a closed-form classifier keep voices together. */
function voicesOf(
  { utterances }: ExtractedClips,
  rows: readonly number[],
): Required<Pick<TrainingOptions, 'groups' | 'copies'>> {
  return {
    groups: rows.map((row) => speakerKey(utterances[row]!)),
    copies: Uint8Array.from(rows, (row) => Number(sourceOf(utterances[row]!.id) !== utterances[row]!.id)),
  };
}

function labelIndices(clips: ExtractedClips, rows: readonly number[], labels: readonly string[]): Int32Array {
  return Int32Array.from(rows, (row) => labels.indexOf(clips.utterances[row]!.emotion));
}
