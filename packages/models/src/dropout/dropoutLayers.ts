import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** A dropout layer of TensorFlow.js, as far as it is used here. */
export interface DropoutLayer {
  readonly name: string;
  readonly rate: number;
  call(inputs: Tensor | Tensor[], kwargs: { readonly training?: boolean }): Tensor | Tensor[];
  /** Shape of the mask; `null` or `undefined` for the shape of the input. */
  getNoiseShape(input: Tensor): readonly number[] | null | undefined;
}

const dropoutClasses = ['Dropout', 'SpatialDropout1D'];

/** Dropout layers in the order of the network, those of nested models included. */
export function dropoutLayers(model: LayersModel): readonly DropoutLayer[] {
  return model.layers.flatMap((layer) => {
    if ('layers' in layer) return dropoutLayers(layer as LayersModel);
    return dropoutClasses.includes(layer.getClassName()) ? [layer as unknown as DropoutLayer] : [];
  });
}
