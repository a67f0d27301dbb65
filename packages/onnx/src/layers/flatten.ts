import type { LayerDefinition } from './layerDefinition.js';
import { reshaped } from './reshaped.js';

/** All axes but the batch in one, in Keras's order: channels vary fastest. */
export const flatten: LayerDefinition = {
  classNames: ['Flatten'],
  build: (layer, [input], scope) => reshaped(input!, layer.outputShape, scope),
};
