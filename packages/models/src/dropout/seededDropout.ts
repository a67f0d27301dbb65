import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { channelsLast } from './channelsLast.js';
import { drawMask } from './drawMask.js';
import { type DropoutLayer, dropoutLayers } from './dropoutLayers.js';
import { MaskSeeds, type TrainingMoment } from './maskSeeds.js';

/**
 * Makes the dropout layers of a model use seeded masks while TensorFlow.js trains it.
 *
 * TensorFlow.js draws a mask that cannot be reproduced when the layer has no seed, and the same mask at every step when
 * it has one. Therefore the masks come from here, the same that the ONNX engines get; after training, the layers behave
 * as before.
 */
export class SeededDropout {
  readonly #layers: readonly DropoutLayer[];
  readonly #names: readonly string[];
  readonly #seed: number;
  #seeds: MaskSeeds;

  constructor(model: LayersModel, seed: number) {
    this.#layers = dropoutLayers(model);
    this.#names = this.#layers.map(({ name }) => name);
    this.#seed = seed;
    this.#seeds = new MaskSeeds(seed, { epoch: 0, step: 0 }, this.#names);
    for (const layer of this.#layers) this.#takeOver(layer);
  }

  /** Draws the masks of a new step. */
  renew(moment: TrainingMoment): void {
    this.#seeds = new MaskSeeds(this.#seed, moment, this.#names);
  }

  /** Restores the original behavior of the layers. */
  restore(): void {
    for (const layer of this.#layers) Reflect.deleteProperty(layer, 'call');
  }

  /** Overrides the method of the layer's class. */
  #takeOver(layer: DropoutLayer): void {
    const original = layer.call.bind(layer);
    layer.call = (inputs, kwargs) => {
      if (!kwargs.training || !(layer.rate > 0 && layer.rate < 1)) {
        return original(inputs, kwargs);
      }
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      return tf.tidy(() => tf.mul(input!, this.#mask(layer, input!)));
    };
  }

  /** The factors of the values: 0 for dropped values, `1 / (1 - rate)` for the others. */
  #mask(layer: DropoutLayer, input: tf.Tensor): tf.Tensor {
    const shape = [...(layer.getNoiseShape(input) ?? input.shape)];
    const mask = new Uint8Array(tf.util.sizeFromShape(shape));
    drawMask(mask, layer.rate, this.#seeds.next(layer.name));
    const nChannels = shape.length > 1 ? shape.at(-1)! : 1;
    const nPositions = tf.util.sizeFromShape(shape.slice(1, -1));
    const scale = 1 / (1 - layer.rate);
    return tf.tensor(
      Float32Array.from(channelsLast(mask, nChannels, nPositions), (kept) => kept * scale),
      shape,
    );
  }
}
