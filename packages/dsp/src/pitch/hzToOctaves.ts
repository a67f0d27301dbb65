/**
 * Converts a frequency in Hz to octaves above A0 (27.5 Hz), which is raised by `tuning` in units of `1 / binsPerOctave`.
 *
 * @see librosa.hz_to_octs, https://librosa.org/doc/0.11.0/generated/librosa.hz_to_octs.html
 *
 * @example
 * hzToOctaves(440); // 4
 */
export function hzToOctaves(hz: number, { tuning = 0, binsPerOctave = 12 } = {}): number {
  const a0 = (440 * 2 ** (tuning / binsPerOctave)) / 16;
  return Math.log2(hz / a0);
}
