/** The samples of each channel, from samples of all channels in turn. */
export function deinterleaved(samples: Float32Array, nChannels: number): readonly Float32Array[] {
  const length = Math.floor(samples.length / nChannels);
  return Array.from({ length: nChannels }, (_, channel) => {
    const output = new Float32Array(length);
    for (let i = 0; i < length; i++) output[i] = samples[i * nChannels + channel]!;
    return output;
  });
}
