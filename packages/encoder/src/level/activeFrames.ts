/** Decibels below the 95th percentile down to which a frame counts as active. */
const activeRange = 35;
/** Decibels below the loudest frame at which digital silence is counted. */
const silenceLevel = -120;

/**
 * Marks the frames that are louder than 35 dB below the 95th percentile of all frames: 1 active, 0 not.
 *
 * The answer is the same at any gain. Of digital silence all frames are active.
 *
 * @param powers mean squares, of shape `[nFrames]`, at least one
 */
export function activeFrames(powers: Float64Array): Uint8Array {
  const loudest = powers.reduce((largest, power) => Math.max(largest, power), 0);
  if (loudest === 0) return new Uint8Array(powers.length).fill(1);
  const levels = powers.map((power) => Math.max(10 * Math.log10(power / loudest), silenceLevel));
  const threshold = percentile95(levels) - activeRange;
  return Uint8Array.from(levels, (level) => (level > threshold ? 1 : 0));
}

/** Interpolated linearly between neighbors, as `numpy.percentile`. */
function percentile95(values: Float64Array): number {
  const sorted = values.slice().sort();
  const rank = 0.95 * (sorted.length - 1);
  const below = Math.floor(rank);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (rank - below) * (sorted[above]! - sorted[below]!);
}
