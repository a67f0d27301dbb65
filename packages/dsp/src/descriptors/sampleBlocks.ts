import { samplesPerStep, type Steps } from '../steps/steps.js';

/** Block length in samples: all frames start and end at a block boundary. */
export const blockLength = 40;
const blocksPerStep = Math.floor(samplesPerStep / blockLength);

/**
 * Sum, energy, and sign changes of blocks of samples. Because frames overlap, adding blocks is much less work than
 * adding samples.
 */
export class SampleBlocks {
  #sums = new Float64Array(0);
  #energies = new Float64Array(0);
  /** Number of samples of each block whose sign differs from the previous sample; 0 counts as positive. */
  #crossings = new Float64Array(0);

  /** Reads another signal of `nBlocks` whole blocks, in steps. */
  *read(samples: Float64Array, nBlocks: number): Steps<void> {
    if (this.#sums.length < nBlocks) {
      this.#sums = new Float64Array(nBlocks);
      this.#energies = new Float64Array(nBlocks);
      this.#crossings = new Float64Array(nBlocks);
    }
    let wasNegative = 0;
    for (let first = 0; first < nBlocks; first += blocksPerStep) {
      if (first > 0) yield;
      wasNegative = this.#readBlocks(samples, first, Math.min(nBlocks, first + blocksPerStep), wasNegative);
    }
  }

  /** @returns whether the last sample is negative, 1 or 0; @param wasNegative the same of the sample before */
  #readBlocks(samples: Float64Array, first: number, end: number, wasNegative: number): number {
    const sums = this.#sums;
    const energies = this.#energies;
    const crossings = this.#crossings;
    for (let block = first, i = first * blockLength; block < end; block++) {
      let sum = 0;
      let energy = 0;
      let changes = 0;
      for (const endOfBlock = i + blockLength; i < endOfBlock; i++) {
        const sample = samples[i]!;
        const isNegative = sample < 0 ? 1 : 0;
        sum += sample;
        energy += sample * sample;
        changes += isNegative ^ wasNegative;
        wasNegative = isNegative;
      }
      sums[block] = sum;
      energies[block] = energy;
      crossings[block] = changes;
    }
    return wasNegative;
  }

  /** Mean of `length` samples from `start` on. Here and below, `start` and `length` are multiples of a block. */
  mean(start: number, length: number): number {
    return sumOfBlocks(this.#sums, start, length) / length;
  }

  rootMeanSquare(start: number, length: number): number {
    return Math.sqrt(sumOfBlocks(this.#energies, start, length) / length);
  }

  /** Number of sign changes between adjacent samples, including the change from the sample before `start`. */
  crossings(start: number, length: number): number {
    return sumOfBlocks(this.#crossings, start, length);
  }
}

function sumOfBlocks(blocks: Float64Array, start: number, length: number): number {
  const end = (start + length) / blockLength;
  let sum = 0;
  for (let block = start / blockLength; block < end; block++) sum += blocks[block]!;
  return sum;
}
