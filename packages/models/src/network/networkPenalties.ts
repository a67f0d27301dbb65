import type { Scalar } from '@tensorflow/tfjs-core';
import type { layers, LayersModel } from '@tensorflow/tfjs-layers';

/** Where layers of TensorFlow.js hold inner layers. */
interface Holder {
  readonly layers?: readonly layers.Layer[];
  readonly layer?: layers.Layer;
  readonly forwardLayer?: layers.Layer;
  readonly backwardLayer?: layers.Layer;
  readonly cell?: layers.Layer;
  readonly cells?: readonly layers.Layer[];
}

/**
 * The penalties (L1, L2) of all weights of a model, one term per penalized weight.
 *
 * `calculateLosses` of TensorFlow.js omits those of recurrent layers, whose weights belong to their cells.
 */
export function networkPenalties(model: LayersModel): Scalar[] {
  return model.layers.flatMap(layerPenalties);
}

function layerPenalties(layer: layers.Layer): Scalar[] {
  const inner = innerLayers(layer as Holder);
  return inner ? inner.flatMap(layerPenalties) : layer.calculateLosses();
}

function innerLayers(layer: Holder): readonly layers.Layer[] | undefined {
  const { forwardLayer, backwardLayer } = layer;
  if (forwardLayer && backwardLayer) return [forwardLayer, backwardLayer];
  if (layer.layers ?? layer.cells) return layer.layers ?? layer.cells;
  const inner = layer.layer ?? layer.cell;
  return inner && [inner];
}
