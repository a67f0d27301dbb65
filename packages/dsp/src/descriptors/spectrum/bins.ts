import { descriptorNFft, descriptorSampleRate } from '../framing.js';

/** Consecutive bins from `first` (included) to `end` (excluded). */
export interface Bins {
  readonly first: number;
  readonly end: number;
}

/** Frequencies of the bins of the spectrum in a band, edges included, in Hz. */
export function bandFrequencies([lowest, highest]: readonly [number, number]): Float64Array {
  const all = Float64Array.from(
    { length: descriptorNFft / 2 + 1 },
    (_, bin) => (bin * descriptorSampleRate) / descriptorNFft,
  );
  return all.filter((hz) => hz >= lowest && hz <= highest);
}

/** The bins, of ascending frequencies, for which `isInside` is true. */
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

/** All bins. */
export function everyBin(values: Float64Array): Bins {
  return { first: 0, end: values.length };
}
