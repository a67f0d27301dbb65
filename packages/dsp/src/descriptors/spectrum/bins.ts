import { voiceNFft, voiceSampleRate } from '../framing.js';

/** A run of neighbouring bins, from `first` to the one before `end`. */
export interface Bins {
  readonly first: number;
  readonly end: number;
}

/** Frequencies of the spectrum's bins in a band of which both edges belong to it, in Hz. */
export function bandFrequencies([lowest, highest]: readonly [number, number]): Float64Array {
  const all = Float64Array.from(
    { length: voiceNFft / 2 + 1 },
    (_, bin) => (bin * voiceSampleRate) / voiceNFft,
  );
  return all.filter((hz) => hz >= lowest && hz <= highest);
}

/** Which of the bins, of ascending frequencies, lie where `isInside` says. */
export function binsWhere(frequencies: Float64Array, isInside: (hz: number) => boolean): Bins {
  const first = frequencies.findIndex((hz) => isInside(hz));
  let end = first;
  while (end < frequencies.length && isInside(frequencies[end]!)) end++;
  return { first, end };
}

export function sumOver(values: Float64Array, { first, end }: Bins): number {
  let sum = 0;
  for (let k = first; k < end; k++) sum += values[k]!;
  return sum;
}

export function maximumOver(values: Float64Array, { first, end }: Bins): number {
  let maximum = -Infinity;
  for (let k = first; k < end; k++) if (values[k]! > maximum) maximum = values[k]!;
  return maximum;
}

/** All of them. */
export function everyBin(values: Float64Array): Bins {
  return { first: 0, end: values.length };
}
