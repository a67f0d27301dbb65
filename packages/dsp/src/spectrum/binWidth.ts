/**
 * Distance between two FFT bins, in Hz, rounded like numpy's `rfftfreq`, so that a bin at the edge of a band is assigned
 * to the same side as in librosa.
 *
 * @see numpy.fft.rfftfreq
 */
export function binWidth({ sampleRate, nFft }: { sampleRate: number; nFft: number }): number {
  return 1 / (nFft * (1 / sampleRate));
}
