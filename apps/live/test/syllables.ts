/** Two bursts of a harmonic tone with a pause after each: a stream that has utterances. */
export function syllables(sampleRate: number): Float32Array {
  const samples = new Float32Array(sampleRate * 5);
  for (const start of [0.5, 2.8]) {
    for (let i = 0; i < sampleRate * 1.2; i++) {
      const time = i / sampleRate;
      const syllable = Math.sin(Math.PI * 4 * time) ** 2;
      const tone = [1, 2, 3, 4, 5].reduce((sum, k) => sum + Math.sin(2 * Math.PI * 140 * k * time) / k, 0);
      samples[Math.round(start * sampleRate) + i] = 0.1 * syllable * tone;
    }
  }
  return samples;
}
