/** Samples of a frame, 20 ms: one position of the encoder. */
export const frameLength = 320;

/** Mean squares of the whole frames of a clip, of shape `[floor(nSamples / 320)]`. */
export function framePowers(samples: Float32Array): Float64Array {
  const powers = new Float64Array(Math.floor(samples.length / frameLength));
  for (let frame = 0; frame < powers.length; frame++) {
    const start = frame * frameLength;
    let sum = 0;
    for (let i = start; i < start + frameLength; i++) sum += samples[i]! * samples[i]!;
    powers[frame] = sum / frameLength;
  }
  return powers;
}
