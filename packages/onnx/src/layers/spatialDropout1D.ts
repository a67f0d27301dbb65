import type { LayerDefinition } from './layerDefinition.js';
import { masked } from './masked.js';

/** Drops whole channels of `[nFrames, nChannels]` in training. */
export const spatialDropout1D: LayerDefinition = {
  classNames: ['SpatialDropout1D'],
  build: (layer, [input], scope) =>
    masked(layer, input!, ([first, second]) => (input!.channelsFirst ? [first!, 1] : [1, second!]), scope),
};
