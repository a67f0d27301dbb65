/** Mean level of the active frames after normalization, in dB relative to full scale. */
const targetLevel = -26;

/**
 * Brings a clip to -26 dBFS over its active frames, which makes every later answer independent of its gain. Digital
 * silence stays as it is.
 *
 * @param powers mean squares of its frames
 * @param active 1 for frames that count
 */
export function normalizeLevel(
  samples: Float32Array,
  powers: Float64Array,
  active: Uint8Array,
): Float32Array {
  let sum = 0;
  let count = 0;
  for (let frame = 0; frame < powers.length; frame++) {
    sum += active[frame]! * powers[frame]!;
    count += active[frame]!;
  }
  if (sum === 0) return samples;
  const gain = 10 ** (targetLevel / 20) / Math.sqrt(sum / count);
  return samples.map((sample) => gain * sample);
}
