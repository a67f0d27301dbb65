import type { LayerNode } from '../../network/layerNode.js';
import { activationOf } from '../activations.js';
import type { LayerOutput } from '../layerDefinition.js';
import type { Scope } from '../scope.js';

/** A layer's result, followed by the layer's own `activation`. */
export function activated(layer: LayerNode, result: LayerOutput, scope: Scope): LayerOutput {
  const activation = activationOf(layer.config.activation, layer.name)(result.output, scope);
  return {
    output: activation.output,
    backward: (gradient) => result.backward(activation.backward(gradient)),
  };
}
