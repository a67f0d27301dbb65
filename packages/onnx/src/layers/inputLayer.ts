import type { LayerDefinition } from './layerDefinition.js';

/** The input of the network. */
export const inputLayer: LayerDefinition = {
  classNames: ['InputLayer'],
  build: (_layer, [input]) => ({ output: input!, backward: (gradient) => [gradient] }),
};
