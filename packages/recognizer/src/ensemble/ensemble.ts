import { meanProbabilities, type Examples } from '@ser/classifiers';
import { type AudioClip, type FeatureDescription, type Features, type FeatureSource, stack } from '@ser/dsp';
import { dimensionsOf, type RecognizerDimensions } from '../dimensions/recognizerDimensions.js';
import { RecognizerError } from '../errors.js';
import type { DescribedMember } from '../format/modelCard.js';
import { rowsOfMembers } from '../teach/rowsOfMembers.js';
import { FeatureExtractor, type FeatureOpener } from './featureExtractor.js';
import { requireProbabilities } from './requireProbabilities.js';
import { restrictColumns } from './restrictLabels.js';
import type { RecognizerMember } from './recognizerParts.js';

/** A classifier of a recognizer, ready to predict. */
export interface EnsembleMember extends RecognizerMember {
  readonly weight: number;
  /** Computes the features; members with the same features share it. */
  readonly extractor: FeatureExtractor;
}

export interface RecognizeClipsOptions {
  /** Restricts the probabilities to some classes, in this order. */
  readonly columns?: readonly number[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the classifiers make of some clips. */
export interface Recognition {
  /** Row-major, `[clips.length, nClasses]`. */
  readonly probabilities: Float32Array;
  /** The normalized features of each clip, as `rowsOfMembers` gives them. */
  readonly rows: readonly Float32Array[] | undefined;
  /** The values of each clip by name, if the recognizer predicts some. */
  readonly dimensions?: readonly Readonly<Record<string, number>>[] | undefined;
}

/** The classifiers of a recognizer: from clips at their sample rate to the weighted mean of the probabilities. */
export class Ensemble {
  readonly members: readonly EnsembleMember[];
  readonly #dimensions: RecognizerDimensions | undefined;
  readonly #extractors = new Map<string, FeatureExtractor>();
  #isDisposed = false;

  /** @param dimensions values that are predicted from the features of the first member */
  constructor(
    members: readonly RecognizerMember[],
    opener: FeatureOpener,
    dimensions?: RecognizerDimensions,
  ) {
    this.#dimensions = dimensions;
    this.members = members.map(({ weight = 1, ...member }) => {
      const key = JSON.stringify(member.features);
      const extractor = this.#extractors.get(key) ?? new FeatureExtractor(member.features, opener);
      this.#extractors.set(key, extractor);
      return { ...member, weight, features: extractor.plan.description, extractor };
    });
  }

  /** What a model card says of the classifiers. */
  get described(): readonly DescribedMember[] {
    return this.members.map(({ name, weight, features, encoder }) => ({
      ...{ name, weight, features },
      encoding: encoder?.description,
    }));
  }

  /** Opens the speech encoder, if a member uses it. */
  async open(): Promise<void> {
    for (const { extractor } of this.members) await extractor.open();
  }

  /** Opens the features of a member; whoever closes them closes those of this ensemble. */
  openFeatures(features: FeatureDescription): Promise<FeatureSource> {
    const key = JSON.stringify(features);
    return this.members.find((member) => JSON.stringify(member.features) === key)!.extractor.open();
  }

  /** @throws the reason of the signal, once it is aborted */
  async recognize(
    clips: readonly AudioClip[],
    { columns, signal }: RecognizeClipsOptions = {},
  ): Promise<Recognition> {
    this.#requireOpen();
    const extracted = new Map<FeatureExtractor, readonly Features[]>();
    const probabilities: Float32Array[] = [];
    const all: Examples[] = [];
    for (const member of this.members) {
      const { extractor, classifier } = member;
      const features = extracted.get(extractor) ?? (await extractor.extract(clips, { signal }));
      extracted.set(extractor, features);
      const examples = examplesOf(features, member);
      const predicted = await classifier.predictProbabilities(examples);
      probabilities.push(requireProbabilities(predicted, classifier.nClasses));
      all.push(examples);
    }
    const weights = this.members.map(({ weight }) => weight);
    const mean = meanProbabilities(probabilities, weights);
    const { nClasses } = this.members[0]!.classifier;
    return {
      probabilities: columns ? restrictColumns(mean, nClasses, columns) : mean,
      rows: rowsOfMembers(all),
      dimensions: this.#dimensions && dimensionsOf(this.#dimensions, all[0]!),
    };
  }

  /** Disposing it again does nothing. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    for (const { classifier } of this.members) classifier.dispose();
    for (const extractor of this.#extractors.values()) void extractor.close();
  }

  #requireOpen(): void {
    if (!this.#isDisposed) return;
    throw new RecognizerError('disposed', 'The recognizer was disposed. Load it again to use it.');
  }
}

/** Normalized features, of shape `[clips.length, nFrames, nFeatures]`, or with encoded frames `[clips.length, 1, nOutputs]`. */
function examplesOf(
  clips: readonly Features[],
  { normalizer, encoder }: Pick<RecognizerMember, 'normalizer' | 'encoder'>,
): Examples {
  const normalized = clips.map((features) => normalizer.apply(features));
  if (!encoder) return stack(normalized);
  const rows = normalized.map((frames) => ({
    data: encoder.encode(frames),
    nFrames: 1,
    nFeatures: encoder.nOutputs,
  }));
  return stack(rows);
}
