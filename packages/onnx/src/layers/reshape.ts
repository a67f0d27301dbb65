import type { LayerDefinition } from './layerDefinition.js';
import { reshaped } from './reshaped.js';

export const reshape: LayerDefinition = {
  classNames: ['Reshape'],
  build: (layer, [input], scope) => reshaped(input!, layer.outputShape, scope),
};
