import { bordersOf, withBorders, withoutBorders } from './borders.js';
import type { LayerDefinition } from './layerDefinition.js';

/** Removes the borders of the two axes before the channels. */
export const cropping2D: LayerDefinition = {
  classNames: ['Cropping2D'],
  build(layer, [input], { graph }) {
    const borders = bordersOf(layer, 'cropping');
    return {
      output: { ...input!, name: withoutBorders(input!, borders, graph), shape: layer.outputShape },
      backward: (gradient) => [{ ...input!, name: withBorders(gradient, borders, graph) }],
    };
  },
};
