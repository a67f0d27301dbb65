import { hzToOctaves } from './hzToOctaves.js';

const nBins = 100;

/** The left edge of a histogram bin over [-0.5, 0.5). */
function edge(bin: number): number {
  return -0.5 + bin / nBins;
}

/**
 * Deviation of pitches from the equal-tempered scale with A = 440 Hz: the left edge of the fullest of 100 histogram bins.
 *
 * @param pitches frequencies in Hz, above 0
 * @returns the tuning in fractions of a scale step, in [-0.5, 0.5); 0 without pitches
 * @see librosa.pitch_tuning, https://librosa.org/doc/0.11.0/generated/librosa.pitch_tuning.html
 *
 * @example
 * pitchTuning([446.4, 223.2], { binsPerOctave: 12 }); // 0.25
 */
export function pitchTuning(
  pitches: Iterable<number>,
  { binsPerOctave }: { readonly binsPerOctave: number },
): number {
  const counts = new Uint32Array(nBins);
  for (const hz of pitches) counts[histogramBin(deviation(hz, binsPerOctave))]!++;
  const fullest = counts.indexOf(Math.max(...counts));
  return counts[fullest] === 0 ? 0 : edge(fullest);
}

/** Distance from the nearest scale step, in [-0.5, 0.5), in float32 like librosa, for pitches at the edge of a bin. */
function deviation(hz: number, binsPerOctave: number): number {
  const steps = Math.fround(binsPerOctave * Math.fround(hzToOctaves(hz, { binsPerOctave })));
  const above = steps - Math.floor(steps);
  return above >= 0.5 ? above - 1 : above;
}

function histogramBin(value: number): number {
  const bin = Math.min(nBins - 1, Math.floor((value + 0.5) * nBins));
  // Rounding of the product can cross an edge.
  if (value < edge(bin)) return bin - 1;
  return bin < nBins - 1 && value >= edge(bin + 1) ? bin + 1 : bin;
}
