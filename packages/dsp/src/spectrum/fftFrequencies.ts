/**
 * Center frequency of each FFT bin, in Hz: `k * sampleRate / nFft`.
 *
 * @returns frequencies of shape `[1 + floor(nFft / 2)]`
 * @see librosa.fft_frequencies
 *
 * @example
 * fftFrequencies({ sampleRate: 16000, nFft: 4 }); // 0, 4000, 8000
 */
export function fftFrequencies({ sampleRate, nFft }: { sampleRate: number; nFft: number }): Float32Array {
  return Float32Array.from({ length: 1 + Math.floor(nFft / 2) }, (_, bin) => (bin * sampleRate) / nFft);
}
