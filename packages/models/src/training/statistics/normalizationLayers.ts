import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, LayerVariable } from '@tensorflow/tfjs-layers';

/** A batch normalisation of TensorFlow.js, as far as it is used here. */
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

/** Batch normalisations in the order of the network, those of nested models included; frozen ones are left out. */
export function normalizationLayers(model: LayersModel): readonly NormalizationLayer[] {
  return model.layers.flatMap((layer) => {
    if ('layers' in layer) return normalizationLayers(layer as LayersModel);
    const learns = layer.getClassName() === 'BatchNormalization' && layer.trainable;
    return learns ? [layer as unknown as NormalizationLayer] : [];
  });
}
