import { percentile } from '../ranks/percentiles.js';
import { pitchTuning } from './pitchTuning.js';
import type { SpectralPeaks } from './spectralPeaks.js';

/**
 * Estimates the tuning of a clip from its spectral peaks of at least median height.
 *
 * @returns the tuning in fractions of a scale step, in [-0.5, 0.5)
 * @see librosa.estimate_tuning, https://librosa.org/doc/0.11.0/generated/librosa.estimate_tuning.html
 */
export function estimateTuning(
  { frequencies, heights }: SpectralPeaks,
  options: { readonly binsPerOctave: number },
): number {
  if (heights.length === 0) return 0;
  const median = percentile(heights, 50);
  return pitchTuning(
    frequencies.filter((_, i) => heights[i]! >= median),
    options,
  );
}
