import { deriveSeed, purposes } from '@ser/core';

/** Which step of training is under way. */
export interface TrainingMoment {
  /** Counted from 1. */
  readonly epoch: number;
  /** Step within the epoch, counted from 0. */
  readonly step: number;
}

/**
 * Seeds for the dropout masks of one step, the same on every engine: one for each use of each layer.
 *
 * A mask is drawn channels first, `[n, nChannels, ...positions]`, as ONNX Runtime convolves; whoever holds the values
 * channels last turns it.
 */
export class MaskSeeds {
  readonly #seed: number;
  readonly #moment: TrainingMoment;
  readonly #uses = new Map<string, number>();
  readonly #layers: readonly string[];

  /** @param layers names of the dropout layers, in the order of the network */
  constructor(seed: number, moment: TrainingMoment, layers: readonly string[]) {
    this.#seed = seed;
    this.#moment = moment;
    this.#layers = layers;
  }

  /** The seed of a layer's next mask; a shared layer has several in one step. */
  next(layer: string): number {
    const use = this.#uses.get(layer) ?? 0;
    this.#uses.set(layer, use + 1);
    const { epoch, step } = this.#moment;
    return deriveSeed(this.#seed, purposes.dropout, epoch, step, this.#layers.indexOf(layer), use);
  }
}
