/** Keeps digital silence finite. */
const epsilon = 1e-7;

/**
 * Gives a waveform mean 0 and variance 1: `(x - mean) / sqrt(variance + 1e-7)`.
 *
 * @see https://github.com/huggingface/transformers `Wav2Vec2FeatureExtractor.zero_mean_unit_var_norm`
 */
export function normalizeWaveform(samples: Float32Array): Float32Array {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const variance = samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0) / samples.length;
  const deviation = Math.sqrt(variance + epsilon);
  return samples.map((sample) => (sample - mean) / deviation);
}
