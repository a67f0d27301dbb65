import { binsWhere, type Bins } from './bins.js';

/** Frequency range of pitches, in Hz, limits excluded. */
const lowest = 60;
const highest = 4000;
/** Added to the total power, so that all classes of silence are 0. */
const floor = 1e-9;

const nClasses = 12;

/** Fraction of the power from 60 to 4000 Hz in each pitch class, from A upward: each bin counts for the nearest semitone. */
export class PitchClasses {
  /** Pitch class of each bin. */
  readonly #classes: Int8Array;
  readonly #bins: Bins;

  constructor(frequencies: Float64Array) {
    this.#classes = Int8Array.from(frequencies, pitchClass);
    this.#bins = binsWhere(frequencies, (hz) => hz > lowest && hz < highest);
  }

  /** @param output filled, of shape `[12]` */
  transform(powers: Float64Array, output: Float64Array): void {
    const classes = this.#classes;
    let total = floor;
    for (let i = 0; i < nClasses; i++) output[i] = 0;
    for (let k = this.#bins.first; k < this.#bins.end; k++) {
      output[classes[k]!]! += powers[k]!;
      total += powers[k]!;
    }
    for (let i = 0; i < nClasses; i++) output[i]! /= total;
  }
}

function pitchClass(hz: number): number {
  const semitones = Math.round(nClasses * Math.log2(hz / 440));
  return ((semitones % nClasses) + nClasses) % nClasses;
}
