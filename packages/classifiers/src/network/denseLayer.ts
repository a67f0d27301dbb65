import type { Activation } from './activations.js';
import type { Layer } from './layer.js';
import { rowLayer } from './rowLayer.js';

/** What a dense layer computes with. */
export interface DenseOptions {
  /** `[nInputs, nOutputs]`, row-major */
  readonly kernel: Float32Array;
  /** `[nOutputs]` */
  readonly bias: Float32Array;
  readonly activation: Activation;
}

/** `activation(x · kernel + bias)` along the last axis. */
export function denseLayer(inputShape: readonly number[], { kernel, bias, activation }: DenseOptions): Layer {
  const nOutputs = bias.length;
  return rowLayer(inputShape, nOutputs, (row, outputs) => {
    outputs.set(bias);
    for (let input = 0; input < row.length; input++) {
      const value = row[input]!;
      const start = input * nOutputs;
      for (let output = 0; output < nOutputs; output++) outputs[output]! += value * kernel[start + output]!;
    }
    activation(outputs);
  });
}
