import type {
  ChosenSettings,
  Classifier,
  Examples,
  StoredExamples,
  TrainableClassifier,
} from '@ser/classifiers';
import { exampleSize } from '@ser/classifiers/training';
import { sourceOf, speakerKey, type Utterance } from '@ser/datasets';
import { createClassifier, type Engine, type EpochRecord, type TrainingOptions } from '@ser/models';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { Member } from '../recipe/recipe.js';
import { examplesOf, type Preparation } from './examples.js';
import { fitPreparation } from './fitPreparation.js';
import { storedExamplesOf } from './storedExamples.js';
import { trainingLabels } from './trainingLabels.js';

/** A trained classifier, and how to prepare clips for it. */
export interface Fitted extends Preparation {
  readonly classifier: Classifier;
  readonly history: readonly EpochRecord[];
  /** The settings that the classifier chose on its training clips; networks choose none. */
  readonly choice?: ChosenSettings | undefined;
}

export interface FitOptions extends Pick<
  TrainingOptions,
  'checkpoint' | 'resume' | 'onProgress' | 'onEpoch' | 'onWarning'
> {
  /** Rows to train on, including augmented copies; normalizer and encoder are fitted on these rows only. */
  readonly train: readonly number[];
  /** Rows for validation during training, for the callbacks of the member. @default none */
  readonly validation?: readonly number[];
  /** In the model's order. */
  readonly labels: readonly string[];
  /** Seed of initial weights and shuffling. */
  readonly seed: number;
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
}

/** Trains the classifier of a recipe's member on some of the clips. Dispose of the classifier when done. */
export async function fit(
  clips: ExtractedClips,
  member: Pick<Member, 'normalize' | 'encoding' | 'classifier' | 'training'>,
  options: FitOptions,
): Promise<Fitted> {
  const { train, validation = [], labels, seed, engine, signal, ...others } = options;
  const preparation = await fitPreparation(clips, member, { train, seed, signal });
  const side = (rows: readonly number[]) => ({
    x: examplesOf(clips, rows, preparation),
    y: labelIndices(clips, rows, labels),
  });
  const isStored = clips.stored !== undefined && preparation.encoding === undefined;
  const examples = (isStored ? storedExamplesOf : examplesOf)(clips, train, preparation);
  const inputShape = examples.shape.slice(1);
  const nClasses = labels.length;
  const classifier = createClassifier(member.classifier, { engine, inputShape, nClasses, seed });
  try {
    const y = labelIndices(clips, train, labels);
    const history = await fitExamples(classifier, examples, y, {
      ...member.training,
      ...others,
      ...groupsOf(clips, train),
      ...trainingLabels(
        train.map((row) => clips.utterances[row]!),
        labels,
      ),
      seed,
      ...(validation.length > 0 && { validation: side(validation) }),
      ...(signal && { signal }),
    });
    return { ...preparation, classifier, history, choice: classifier.choice };
  } catch (error) {
    classifier.dispose();
    throw error;
  }
}

/** Fits to stored examples block by block if the classifier can, and otherwise to all of them in memory. */
function fitExamples(
  classifier: TrainableClassifier<TrainingOptions>,
  examples: Examples | StoredExamples,
  y: Int32Array,
  options: TrainingOptions,
): Promise<readonly EpochRecord[]> {
  if ('data' in examples) return classifier.fit(examples, y, options);
  const { shape } = examples;
  const nFeatures = exampleSize(shape.slice(1));
  const isTall = y.length > 1.5 * nFeatures; // as for the primal form in memory
  if (isTall && classifier.fitStored) return classifier.fitStored(examples, y, options);
  const data = examples.read(Int32Array.from(y.keys()));
  return classifier.fit({ data, shape }, y, options);
}

/**
 * The speaker and corpus of each clip, and which clips are augmented copies: inner folds, on which classifiers choose
 * their settings, keep speakers together.
 */
export function groupsOf(
  { utterances }: ExtractedClips,
  rows: readonly number[],
): Required<Pick<TrainingOptions, 'groups' | 'domains' | 'copies'>> {
  return {
    groups: rows.map((row) => voiceKey(utterances[row]!)),
    domains: rows.map((row) => utterances[row]!.corpus),
    copies: Uint8Array.from(rows, (row) => Number(sourceOf(utterances[row]!.id) !== utterances[row]!.id)),
  };
}

/** The speaker; if unknown, the folder or file, whose clips may be of one voice. */
function voiceKey(utterance: Utterance): string {
  const { speaker, group, path } = utterance;
  return speaker === undefined ? `${speakerKey(utterance)} ${group ?? path}` : speakerKey(utterance);
}

function labelIndices(clips: ExtractedClips, rows: readonly number[], labels: readonly string[]): Int32Array {
  return Int32Array.from(rows, (row) => labels.indexOf(clips.utterances[row]!.emotion));
}
