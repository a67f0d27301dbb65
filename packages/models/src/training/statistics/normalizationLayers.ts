import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, LayerVariable } from '@tensorflow/tfjs-layers';

/** The part of a batch normalization layer of TensorFlow.js that is used here. */
export interface NormalizationLayer {
  readonly name: string;
  readonly axis: number;
  readonly epsilon: number;
  readonly gamma?: LayerVariable;
  readonly beta?: LayerVariable;
  readonly movingMean: LayerVariable;
  readonly movingVariance: LayerVariable;
  call(inputs: Tensor | Tensor[], kwargs: object): Tensor | Tensor[];
}

/** The batch normalization layers of a network in order, including those of nested models, without frozen ones. */
export function normalizationLayers(model: LayersModel): readonly NormalizationLayer[] {
  return model.layers.flatMap((layer) => {
    if ('layers' in layer) return normalizationLayers(layer as LayersModel);
    const isTrained = layer.getClassName() === 'BatchNormalization' && layer.trainable;
    return isTrained ? [layer as unknown as NormalizationLayer] : [];
  });
}
