import { OnnxError } from '../errors.js';
import type { LayerNode } from '../network/layerNode.js';
import type { Network } from '../network/network.js';
import type { Loss, LossName } from './losses.js';

/**
 * The network without its final activation, which the loss includes. The activation is a layer, or a setting of the
 * last layer.
 *
 * @throws {SerError} `unsupported-model` when the model does not end in the activation that the loss needs
 */
export function fuseFinalActivation(network: Network, name: LossName, loss: Loss): Network {
  if (!loss.fusedActivation) return network;
  const { output } = network;
  if (finalActivation(output) !== loss.fusedActivation) throw wrongEnd(output, name, loss.fusedActivation);
  if (isActivationLayer(output)) {
    return { ...network, nodes: network.nodes.filter((node) => node !== output), output: output.inputs[0]! };
  }
  const linear = { ...output, config: { ...output.config, activation: 'linear' } };
  return {
    ...network,
    nodes: network.nodes.map((node) => (node === output ? linear : node)),
    output: linear,
  };
}

function finalActivation({ className, config }: LayerNode): unknown {
  return className === 'Softmax' ? 'softmax' : config.activation;
}

function isActivationLayer({ className }: LayerNode): boolean {
  return className === 'Softmax' || className === 'Activation';
}

function wrongEnd(output: LayerNode, loss: LossName, needed: string): OnnxError {
  const activation = finalActivation(output);
  const found = typeof activation === 'string' ? activation : 'no activation';
  return new OnnxError(
    'unsupported-model',
    `The loss "${loss}" needs a model that ends in ${needed}; layer "${output.name}" ends in ${found}. Change its activation, or the loss.`,
    { layer: output.name },
  );
}
