import { meanProbabilities, type Examples } from '@ser/classifiers';
import {
  type AudioClip,
  createFeaturePlan,
  type FeatureDescription,
  type FeaturePlan,
  type Features,
  stack,
} from '@ser/dsp';
import type { RecognizerMember } from './recognizerParts.js';

/** A classifier of a recognizer, ready to predict. */
export interface EnsembleMember extends RecognizerMember {
  readonly weight: number;
  /** Computes the features; members with the same features share it. */
  readonly extractor: FeaturePlan;
}

/** The classifiers of a recognizer: from clips at their sample rate to the weighted mean of the probabilities. */
export class Ensemble {
  readonly members: readonly EnsembleMember[];

  constructor(members: readonly RecognizerMember[]) {
    const extractors = new Map<string, FeaturePlan>();
    this.members = members.map(({ weight = 1, ...member }) => {
      const extractor = sharedExtractor(extractors, member.features);
      return { ...member, weight, features: extractor.description, extractor };
    });
  }

  /** @returns row-major, `[clips.length, nClasses]` */
  async probabilities(clips: readonly AudioClip[]): Promise<Float32Array> {
    const extracted = new Map<FeaturePlan, readonly Features[]>();
    const probabilities: Float32Array[] = [];
    for (const member of this.members) {
      const { extractor, classifier } = member;
      const features = extracted.get(extractor) ?? clips.map((clip) => extractor.extract(clip));
      extracted.set(extractor, features);
      probabilities.push(await classifier.predictProbabilities(examplesOf(features, member)));
    }
    return meanProbabilities(
      probabilities,
      this.members.map(({ weight }) => weight),
    );
  }

  dispose(): void {
    for (const { classifier } of this.members) classifier.dispose();
  }
}

function sharedExtractor(extractors: Map<string, FeaturePlan>, features: FeatureDescription): FeaturePlan {
  const key = JSON.stringify(features);
  const extractor = extractors.get(key) ?? createFeaturePlan(features);
  extractors.set(key, extractor);
  return extractor;
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
