import type { LayerDefinition } from './layerDefinition.js';

/** The entrance of the network; nested models have none of their own left. */
export const inputLayer: LayerDefinition = {
  classNames: ['InputLayer'],
  build: (_layer, [input]) => ({ output: input!, backward: (gradient) => [gradient] }),
};
