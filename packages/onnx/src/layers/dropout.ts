import { OnnxError } from '../errors.js';
import type { LayerDefinition } from './layerDefinition.js';
import { masked } from './masked.js';

/** Drops single elements while training; does nothing in prediction. */
export const dropout: LayerDefinition = {
  classNames: ['Dropout'],
  build(layer, [input], scope) {
    if (Array.isArray(layer.config.noise_shape)) {
      throw new OnnxError(
        'unsupported-option',
        `Layer "${layer.name}" has a \`noiseShape\`, which is not supported; use SpatialDropout1D to drop whole channels.`,
        { layer: layer.name },
      );
    }
    return masked(layer, input!, (shape) => shape, scope);
  },
};
