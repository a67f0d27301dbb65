import type { LayersModel } from '@tensorflow/tfjs-layers';
import { deriveSeed, purposes } from '../seeds.js';

/** A dropout layer of TensorFlow.js, whose seed may be changed between two steps. */
interface DropoutLayer {
  seed: number | undefined;
}

/**
 * Gives the dropout layers of a model a fresh seed before each step.
 *
 * TensorFlow.js draws a dropout mask that cannot be repeated when the layer has no seed, and one and the same
 * mask at every step when it has one. So the seeds come from here, and are taken back after training: the
 * saved model is the one that was built.
 */
export class DropoutSeeds {
  readonly #layers: readonly DropoutLayer[];
  readonly #originals: readonly (number | undefined)[];
  readonly #seed: number;

  constructor(model: LayersModel, seed: number) {
    this.#layers = dropoutLayers(model);
    this.#originals = this.#layers.map((layer) => layer.seed);
    this.#seed = seed;
  }

  /** Seeds every dropout layer for one step of training. */
  renew(epoch: number, step: number): void {
    this.#layers.forEach((layer, i) => {
      layer.seed = deriveSeed(this.#seed, purposes.dropout, epoch, step, i);
    });
  }

  /** Gives the layers their own seeds back. */
  restore(): void {
    this.#layers.forEach((layer, i) => {
      layer.seed = this.#originals[i];
    });
  }
}

const seededLayers = ['Dropout', 'SpatialDropout1D'];

/** Dropout layers in the order of the network, those of nested models included. */
function dropoutLayers(model: LayersModel): readonly DropoutLayer[] {
  return model.layers.flatMap((layer) => {
    if ('layers' in layer) return dropoutLayers(layer as LayersModel);
    return seededLayers.includes(layer.getClassName()) ? [layer as unknown as DropoutLayer] : [];
  });
}
