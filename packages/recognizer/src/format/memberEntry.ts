import type { FrameEncoderDescription } from '@ser/classifiers';
import type { FeatureDescription, Normalizer } from '@ser/dsp';

/** The part of `recognizer.json` about one classifier. */
export interface MemberEntry {
  readonly name: string;
  /** Where its files are: its name, or empty in models of format versions 1 and 2 with one classifier. */
  readonly folder: string;
  readonly weight: number;
  readonly features: FeatureDescription;
  readonly normalizer: Normalizer;
  /** Describes the encoder of frames, if there is one. */
  readonly encoding?: FrameEncoderDescription | undefined;
}
