import { median } from '../ranks/median.js';
import { pitchTuning } from './pitchTuning.js';
import type { SpectralPeaks } from './spectralPeaks.js';

/**
 * The tuning of a clip's spectral peaks, those at least of median height.
 *
 * @returns tuning in fractions of a scale step, in [-0.5, 0.5)
 * @see librosa.estimate_tuning, https://librosa.org/doc/0.11.0/generated/librosa.estimate_tuning.html
 */
export function estimateTuning(
  { frequencies, heights }: SpectralPeaks,
  options: { readonly binsPerOctave: number },
): number {
  if (heights.length === 0) return 0;
  const least = median(heights.slice());
  return pitchTuning(
    frequencies.filter((_, i) => heights[i]! >= least),
    options,
  );
}
