import { percentile } from '../ranks/percentiles.js';

/** Frames more than this below the 95th percentile of levels are not active, in dB. */
const activeRange = 35;
const loudPercent = 95;
/** If fewer frames than this are active, all frames are treated as active. */
const fewestActive = 10;

/**
 * Marks the frames loud enough to be speech.
 *
 * @param levels of the frames, in dB
 * @param active filled: 1 where active
 */
export function markActive(levels: Float64Array, active: Uint8Array): void {
  const threshold = percentile(levels, loudPercent) - activeRange;
  let count = 0;
  for (let frame = 0; frame < levels.length; frame++) {
    active[frame] = levels[frame]! > threshold ? 1 : 0;
    count += active[frame]!;
  }
  if (count < fewestActive) active.fill(1);
}
