import { OnnxError } from '../errors.js';
import type { Network } from '../network/network.js';

/**
 * Checks that a network can be trained, not only used for prediction.
 *
 * @throws {SerError} `unsupported-model` for an output that is not a vector, or a network without trainable weights,
 * `unsupported-option` for constraints and activity penalties
 */
export function checkTrainable(network: Network): void {
  const { nodes, output } = network;
  if (output.outputShape.length !== 1) {
    throw new OnnxError(
      'unsupported-model',
      `The model's output must be one vector for each example in training; its shape is [${output.outputShape.join(', ')}]. Add a Flatten or pooling layer.`,
    );
  }
  if (!nodes.some((node) => node.weights.some((weight) => weight.trainable))) {
    throw new OnnxError(
      'unsupported-model',
      'The model has no trainable weights. Add a layer with weights, or set `trainable`.',
    );
  }
  for (const { name, config } of nodes) {
    for (const [setting, value] of Object.entries(config)) {
      const refused = setting.endsWith('_constraint') || setting === 'activity_regularizer';
      if (!refused || value === null || value === undefined) continue;
      throw new OnnxError(
        'unsupported-option',
        `Layer "${name}" has a \`${setting}\`, which is not supported in training. Remove it.`,
        { layer: name },
      );
    }
  }
}
