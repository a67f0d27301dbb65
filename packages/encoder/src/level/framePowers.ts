/** Samples of a frame, 20 ms: one position of Whisper. */
export const frameLength = 320;

/**
 * Mean squares of the whole frames of a clip, of shape `[floor(nSamples / length)]`.
 *
 * @param length samples of a frame
 */
export function framePowers(samples: Float32Array, length = frameLength): Float64Array {
  const powers = new Float64Array(Math.floor(samples.length / length));
  for (let frame = 0; frame < powers.length; frame++) {
    const start = frame * length;
    let sum = 0;
    for (let i = start; i < start + length; i++) sum += samples[i]! * samples[i]!;
    powers[frame] = sum / length;
  }
  return powers;
}
