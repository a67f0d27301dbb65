import { exampleSize } from '@ser/classifiers/training';
import type { DropoutMask } from '@ser/onnx';
import { channelsLast } from '../dropout/channelsLast.js';
import { drawMask } from '../dropout/drawMask.js';
import { MaskSeeds, type TrainingMoment } from '../dropout/maskSeeds.js';
import type { OnnxRuntime, OnnxTensor } from '@ser/onnx/runtime';

/** What the masks of a graph are drawn from. */
export interface DropoutFeedsOptions {
  readonly masks: readonly DropoutMask[];
  /** Names of the dropout layers, in the order of the network. */
  readonly layers: readonly string[];
  readonly seed: number;
}

/** Draws the dropout masks of a training graph, into the same memory at every step. */
export class DropoutFeeds {
  readonly #runtime: OnnxRuntime;
  readonly #masks: readonly DropoutMask[];
  readonly #layers: readonly string[];
  readonly #seed: number;
  readonly #memory = new Map<DropoutMask, Uint8Array>();

  constructor(runtime: OnnxRuntime, { masks, layers, seed }: DropoutFeedsOptions) {
    this.#runtime = runtime;
    this.#masks = masks;
    this.#layers = layers;
    this.#seed = seed;
  }

  /** The inputs of one step, by name. */
  draw(nExamples: number, moment: TrainingMoment): Record<string, OnnxTensor> {
    const seeds = new MaskSeeds(this.#seed, moment, this.#layers);
    const { Tensor } = this.#runtime.library;
    return Object.fromEntries(
      this.#masks.map((mask) => {
        const bytes = this.#drawOne(mask, nExamples, seeds.next(mask.layer));
        return [mask.name, new Tensor('uint8', bytes, [nExamples, ...mask.shape])];
      }),
    );
  }

  #drawOne(mask: DropoutMask, nExamples: number, seed: number): Uint8Array {
    const bytes = this.#bytesFor(mask, nExamples * exampleSize(mask.shape));
    drawMask(bytes, mask.rate, seed);
    if (mask.channelsFirst) return bytes;
    return channelsLast(bytes, mask.shape.at(-1)!, exampleSize(mask.shape.slice(0, -1)));
  }

  #bytesFor(mask: DropoutMask, size: number): Uint8Array {
    const known = this.#memory.get(mask);
    if (known && known.length >= size) return known.subarray(0, size);
    const bytes = new Uint8Array(size);
    this.#memory.set(mask, bytes);
    return bytes;
  }
}
