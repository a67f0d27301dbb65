import { bordersOf, withBorders, withoutBorders } from './borders.js';
import type { LayerDefinition } from './layerDefinition.js';

/** Adds zeros around the two axes before the channels. */
export const zeroPadding2D: LayerDefinition = {
  classNames: ['ZeroPadding2D'],
  build(layer, [input], { graph }) {
    const borders = bordersOf(layer, 'padding');
    return {
      output: { ...input!, name: withBorders(input!, borders, graph), shape: layer.outputShape },
      backward: (gradient) => [{ ...input!, name: withoutBorders(gradient, borders, graph) }],
    };
  },
};
