import { LowPass } from './lowPass.js';
import { ratioOf } from './ratioOf.js';
import type { ResamplePlanOptions } from './resamplePlan.js';
import type { Ratio } from './resampler.js';
import { weightedSum } from './weightedSum.js';

/**
 * Resamples sound that comes in pieces, through the filter of `ResamplePlan`. What comes out does not depend on where
 * the sound was cut: it is, bit for bit, what the weighted sums of `ResamplePlan` make of the whole.
 *
 * An output needs half a filter of sound after it (2 ms from 48 to 16 kHz at quality 'high'); memory is that of the
 * filter and of the longest piece.
 *
 * @throws {SerError} `invalid-option` for a rate or quality out of bounds
 *
 * @example
 * const stream = new ResampleStream({ from: 48000, to: 16000 });
 * for await (const chunk of microphone) use(stream.push(chunk));
 * use(stream.end());
 */
export class ResampleStream {
  readonly #ratio: Ratio;
  readonly #phases: PhaseWeights;
  readonly #half: number;
  /** Input that outputs to come still need, and room behind it. */
  #held = new Float32Array(0);
  #nHeld = 0;
  /** Place of the first held sample in the input. */
  #start = 0;
  #nOutput = 0;

  constructor(options: ResamplePlanOptions) {
    this.#ratio = ratioOf(options);
    this.#phases = new PhaseWeights(this.#ratio);
    this.#half = this.#phases.nTaps / 2;
  }

  /** @returns the outputs that this piece completes, possibly none; at the same rate the piece itself */
  push(samples: Float32Array): Float32Array {
    if (this.#ratio.up === this.#ratio.down) return samples;
    this.#hold(samples);
    const { up, down } = this.#ratio;
    return this.#outputsUpTo(Math.ceil(((this.#start + this.#nHeld - this.#half) * up) / down));
  }

  /** @returns what is still to come when silence follows; then the stream is as new */
  end(): Float32Array {
    const { up, down } = this.#ratio;
    const rest = this.#outputsUpTo(Math.ceil(((this.#start + this.#nHeld) * up) / down));
    this.#nHeld = this.#start = this.#nOutput = 0;
    return rest;
  }

  #outputsUpTo(end: number): Float32Array {
    const output = new Float32Array(Math.max(0, end - this.#nOutput));
    const input = this.#held.subarray(0, this.#nHeld);
    const { up, down } = this.#ratio;
    for (let i = 0; i < output.length; i++, this.#nOutput++) {
      const time = this.#nOutput * down;
      const first = Math.floor(time / up) - this.#half + 1;
      output[i] = weightedSum(this.#phases.weights(time % up), input, first - this.#start);
    }
    return output;
  }

  #hold(samples: Float32Array): void {
    if (this.#nHeld + samples.length > this.#held.length) this.#makeRoom(samples.length);
    this.#held.set(samples, this.#nHeld);
    this.#nHeld += samples.length;
  }

  /** Lets go of what no output to come needs; twice the room that is needed makes this rare. */
  #makeRoom(nNew: number): void {
    const { up, down } = this.#ratio;
    const needed = Math.floor((this.#nOutput * down) / up) - this.#half + 1;
    const nDone = Math.min(this.#nHeld, Math.max(0, needed - this.#start));
    const kept = this.#held.subarray(nDone, this.#nHeld);
    const room = 2 * (kept.length + nNew);
    if (room > this.#held.length) this.#held = new Float32Array(room);
    this.#held.set(kept);
    this.#nHeld = kept.length;
    this.#start += nDone;
  }
}

/** More phases than this are not kept: their weights are computed each time. */
const mostPhases = 1024;

/** The weights of each phase of the filter, computed when first needed. */
class PhaseWeights {
  readonly nTaps: number;
  readonly #filter: LowPass;
  readonly #rows: Float64Array[] = [];

  constructor({ up, down, quality }: Ratio) {
    this.#filter = new LowPass({ nPhases: up, bandwidth: Math.min(1, up / down), quality });
    this.nTaps = this.#filter.nTaps;
  }

  weights(phase: number): Float64Array {
    const kept = this.#rows[phase];
    if (kept) return kept;
    const row = new Float64Array(this.nTaps);
    this.#filter.weights(phase, row);
    if (phase < mostPhases) this.#rows[phase] = row;
    return row;
  }
}
