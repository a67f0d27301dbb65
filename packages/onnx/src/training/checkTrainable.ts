import { OnnxError } from '../errors.js';
import type { Network } from '../network/network.js';

/**
 * Refuses what a training graph cannot do with a network that would predict well enough.
 *
 * @throws {SerError} `unsupported-model` for an output that is no vector or a network without trainable weights,
 * `unsupported-option` for constraints and activity penalties
 */
export function checkTrainable(network: Network): void {
  const { nodes, output } = network;
  if (output.outputShape.length !== 1) {
    throw new OnnxError(
      'unsupported-model',
      `The model's output has the shape [${output.outputShape.join(', ')}]; to be trained it must be one vector for each example.`,
    );
  }
  if (!nodes.some((node) => node.weights.some((weight) => weight.trainable))) {
    throw new OnnxError('unsupported-model', 'The model has no trainable weights.');
  }
  for (const { name, config } of nodes) {
    for (const [setting, value] of Object.entries(config)) {
      const refused = setting.endsWith('_constraint') || setting === 'activity_regularizer';
      if (!refused || value === null || value === undefined) continue;
      throw new OnnxError(
        'unsupported-option',
        `Layer "${name}" has a \`${setting}\`, which is not supported in training; leave it out.`,
        { layer: name },
      );
    }
  }
}
