import type { Activation } from './activations.js';
import type { LayerDefinition } from './layerDefinition.js';
import type { LayerNode } from '../network/layerNode.js';

/** A layer that only applies an activation. */
export function activationLayer(
  className: string,
  activationOfLayer: (layer: LayerNode) => Activation,
): LayerDefinition {
  return {
    classNames: [className],
    build(layer, [input], scope) {
      const { output, backward } = activationOfLayer(layer)(input!, scope);
      return { output, backward: (gradient) => [backward(gradient)] };
    },
  };
}
