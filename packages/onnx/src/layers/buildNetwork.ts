import type { Tensor } from '../graph/tensor.js';
import type { LayerNode } from '../network/layerNode.js';
import type { Network } from '../network/network.js';
import { definitionOf } from './definitionOf.js';
import type { GraphScope } from './graphScope.js';
import type { LayerOutput } from './layerDefinition.js';

/** A network in the graph: its output and its backward pass. */
export interface BuiltNetwork {
  readonly output: Tensor;
  /** Emits the backward pass of every layer; the scope collects the gradients of the weights. */
  readonly backward: (gradient: Tensor) => void;
}

/**
 * Emits the forward pass of every layer.
 *
 * @throws {SerError} `unsupported-layer` or `unsupported-option`
 */
export function buildNetwork(network: Network, input: Tensor, scope: GraphScope): BuiltNetwork {
  const built = new Map<LayerNode, LayerOutput>();
  for (const node of network.nodes) {
    const inputs = node === network.input ? [input] : node.inputs.map((each) => built.get(each)!.output);
    const layer = definitionOf(node).build(node, inputs, scope);
    const trainable = node.weights.some((weight) => weight.trainable);
    if (trainable || inputs.some((each) => scope.needsGradient(each))) scope.markNeedsGradient(layer.output);
    built.set(node, layer);
  }
  const { output } = built.get(network.output)!;
  return { output, backward: (gradient) => backwardPass(network, built, gradient, scope) };
}

function backwardPass(
  network: Network,
  built: ReadonlyMap<LayerNode, LayerOutput>,
  gradient: Tensor,
  scope: GraphScope,
): void {
  const gradients = new Map([[network.output, gradient]]);
  for (const node of [...network.nodes].reverse()) {
    const layer = built.get(node)!;
    const ofOutput = gradients.get(node);
    if (!ofOutput || !scope.needsGradient(layer.output)) continue;
    layer.backward(ofOutput).forEach((ofInput, i) => {
      const input = node.inputs[i];
      if (!ofInput || !input) return;
      const sum = gradients.get(input);
      gradients.set(input, sum ? { ...sum, name: scope.graph.op('Add', [sum.name, ofInput.name]) } : ofInput);
    });
  }
}
