import { OnnxError } from '../errors.js';
import type { LayerDefinition } from './layerDefinition.js';
import { masked } from './masked.js';

/** Drops single elements in training; does nothing in prediction. */
export const dropout: LayerDefinition = {
  classNames: ['Dropout'],
  build(layer, [input], scope) {
    if (Array.isArray(layer.config.noise_shape)) {
      throw new OnnxError(
        'unsupported-option',
        `Layer "${layer.name}" has a \`noiseShape\`, which is not supported. Use SpatialDropout1D to drop whole channels.`,
        { layer: layer.name },
      );
    }
    return masked(layer, input!, (shape) => shape, scope);
  },
};
