import { deriveSeed, purposes } from '@ser/core';

/** A step of training. */
export interface TrainingMoment {
  /** Counted from 1. */
  readonly epoch: number;
  /** Step within the epoch, counted from 0. */
  readonly step: number;
}

/**
 * Seeds of the dropout masks of one step, one for each use of each layer; the same on every engine.
 *
 * A mask is drawn channels first, `[n, nChannels, ...positions]`, the layout of ONNX Runtime; code with values in
 * channels-last layout reorders it.
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
