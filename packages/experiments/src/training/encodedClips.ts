import type { FrameEncoder } from '@ser/classifiers';
import { featuresOf, type ExtractedClips } from '../features/extractedClips.js';
import { inTurns } from './inTurns.js';
import type { ClipsNormalizer } from './normalize/fitNormalizer.js';

export interface EncodedClipsOptions {
  readonly normalizer: ClipsNormalizer;
  readonly encoder: FrameEncoder;
  readonly signal?: AbortSignal | undefined;
}

/**
 * All clips with their normalized frames encoded as one row, which replaces their features.
 *
 * @throws the signal's reason
 */
export async function encodedClips(
  clips: ExtractedClips,
  { normalizer, encoder, signal }: EncodedClipsOptions,
): Promise<ExtractedClips> {
  const { utterances, skipped } = clips;
  const { nOutputs } = encoder;
  const data = new Float32Array(utterances.length * nOutputs);
  for await (const row of inTurns(utterances.keys(), signal)) {
    data.set(encoder.encode(normalizer.of(row).apply(featuresOf(clips, row))), row * nOutputs);
  }
  const names = Array.from({ length: nOutputs }, (_, i) => `encoded${i}`);
  return { utterances, skipped, data, nFrames: 1, nFeatures: nOutputs, names };
}
