import type { LayerDefinition } from './layerDefinition.js';
import { recurrentLayers } from './recurrent/recurrentLayers.js';
import { recurrentOptions } from './recurrent/recurrentOptions.js';
import { reversedInTime } from './recurrent/reversedInTime.js';

/** Layers that run a cell over `[nSteps, nFeatures]`: LSTM, GRU, SimpleRNN. */
export const recurrent: LayerDefinition = {
  classNames: Object.keys(recurrentLayers),
  build(layer, [input], scope) {
    const options = recurrentOptions(layer, scope.training);
    const built = recurrentLayers[layer.className]!(layer, input!, scope, options);
    return options.returnSequences && options.goBackwards ? reversedInTime(built, scope) : built;
  },
};
