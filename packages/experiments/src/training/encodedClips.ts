import type { Encoder } from '@ser/models';
import { featuresOf } from '../clipFeatures/extract.js';
import type { ExtractedClips } from '../clipFeatures/extract.js';
import type { ClipsNormalizer } from '../normalization/fitNormalizer.js';

/** All clips by the one row that an encoder makes of their normalised frames, as features of their own. */
export function encodedClips(
  clips: ExtractedClips,
  normalizer: ClipsNormalizer,
  encoder: Encoder,
): ExtractedClips {
  const { utterances, skipped } = clips;
  const { nOutputs } = encoder;
  const data = new Float32Array(utterances.length * nOutputs);
  utterances.forEach((_, row) => {
    data.set(encoder.encode(normalizer.of(row).apply(featuresOf(clips, row))), row * nOutputs);
  });
  const names = Array.from({ length: nOutputs }, (_, i) => `encoded${i}`);
  return { utterances, skipped, data, nFrames: 1, nFeatures: nOutputs, names };
}
