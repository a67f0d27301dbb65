import type { Kernels } from '../kernels/kernels.js';
import { descriptorHopLength } from './framing.js';
import type { PaddedSamples } from './paddedSamples.js';

/** Remembers which two frames of which clip a kernel has computed, so that the second one is not computed again. */
export class FramePairs {
  #first = -1;
  #clip = -1;

  /** The lane that has the frame, 0 or 1; `undefined` if the frame must be computed. */
  laneOf(samples: PaddedSamples, frame: number): 0 | 1 | undefined {
    if (samples.clip !== this.#clip) return undefined;
    const lane = frame - this.#first;
    return lane === 0 || lane === 1 ? lane : undefined;
  }

  /** The frames `first` and `first + 1` are computed. */
  done(samples: PaddedSamples, first: number): void {
    this.#clip = samples.clip;
    this.#first = first;
  }
}

/** Number of samples of two frames. */
export function pairLength(frameLength: number): number {
  return descriptorHopLength + frameLength;
}

/** Copies the samples of two frames, as far as there are any, to an address. */
export function copyPair(
  kernels: Kernels,
  samples: PaddedSamples,
  { frame, frameLength, address }: { frame: number; frameLength: number; address: number },
): void {
  const start = samples.start(frame, frameLength);
  kernels.float64.set(samples.padded.subarray(start, start + pairLength(frameLength)), address / 8);
}
