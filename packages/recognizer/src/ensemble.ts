import type { Examples } from '@ser/classifiers';
import { meanProbabilities } from '@ser/classifiers';
import type { AudioClip } from '@ser/dsp';
import { FeatureExtractor, type FeatureDescription, type Features } from '@ser/dsp';
import { membersOf, type RecognizerMember, type RecognizerParts } from './recognizerParts.js';

/** A classifier of a recogniser, and what describes clips for it. */
export interface EnsembleMember extends RecognizerMember {
  /** Absent where there is no other. */
  readonly name?: string | undefined;
  readonly weight: number;
  /** Of the features; classifiers with the same features share it. */
  readonly extractor: FeatureExtractor;
}

/** The classifiers of a recogniser, one or several, as one: from clips at their rate to the mean of what they say. */
export class Ensemble {
  readonly members: readonly EnsembleMember[];

  constructor(parts: RecognizerParts) {
    const extractors = new Map<string, FeatureExtractor>();
    this.members = membersOf(parts).map(({ weight = 1, ...member }) => {
      const extractor = sharedExtractor(extractors, member.features);
      return { ...member, weight, features: extractor.description, extractor };
    });
  }

  /** @returns row-major, `[clips.length, nClasses]` */
  async probabilities(clips: readonly AudioClip[]): Promise<Float32Array> {
    const described = new Map<FeatureExtractor, readonly Features[]>();
    const answers: Float32Array[] = [];
    for (const { extractor, classifier, ...preparation } of this.members) {
      const features = described.get(extractor) ?? clips.map((clip) => extractor.extract(clip));
      described.set(extractor, features);
      answers.push(await classifier.predictProbabilities(examplesOf(features, preparation)));
    }
    return meanProbabilities(
      answers,
      this.members.map(({ weight }) => weight),
    );
  }

  dispose(): void {
    for (const { classifier } of this.members) classifier.dispose();
  }
}

function sharedExtractor(
  extractors: Map<string, FeatureExtractor>,
  features: FeatureDescription,
): FeatureExtractor {
  const key = JSON.stringify(features);
  const extractor = extractors.get(key) ?? new FeatureExtractor(features);
  extractors.set(key, extractor);
  return extractor;
}

function examplesOf(
  clips: readonly Features[],
  { normalizer, encoder }: Pick<RecognizerMember, 'normalizer' | 'encoder'>,
): Examples {
  const { nFrames, nFeatures } = clips[0]!;
  const shape = encoder ? [1, encoder.nOutputs] : [nFrames, nFeatures];
  const size = shape[0]! * shape[1]!;
  const data = new Float32Array(clips.length * size);
  clips.forEach((features, i) => {
    const normalized = normalizer.apply(features);
    data.set(encoder ? encoder.encode(normalized) : normalized.data, i * size);
  });
  return { data, shape: [clips.length, ...shape] };
}
