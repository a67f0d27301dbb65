import type { LayerDefinition } from './layerDefinition.js';
import { reshaped } from './reshaped.js';

/** Joins all axes except the batch, in the order of Keras: channels vary fastest. */
export const flatten: LayerDefinition = {
  classNames: ['Flatten'],
  build: (layer, [input], scope) => reshaped(input!, layer.outputShape, scope),
};
