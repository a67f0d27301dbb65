/**
 * Distance of two FFT bins, in Hz, rounded as numpy's `rfftfreq` rounds it, so that bins on the edge of a band fall
 * to the same side.
 *
 * @see numpy.fft.rfftfreq
 */
export function binWidth({ sampleRate, nFft }: { sampleRate: number; nFft: number }): number {
  return 1 / (nFft * (1 / sampleRate));
}
