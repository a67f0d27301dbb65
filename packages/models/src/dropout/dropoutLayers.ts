import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** The part of a dropout layer of TensorFlow.js that is used here. */
export interface DropoutLayer {
  readonly name: string;
  readonly rate: number;
  call(inputs: Tensor | Tensor[], kwargs: { readonly training?: boolean }): Tensor | Tensor[];
  /** Shape of the mask; `null` or `undefined` for the shape of the input. */
  getNoiseShape(input: Tensor): readonly number[] | null | undefined;
}

const dropoutClasses = ['Dropout', 'SpatialDropout1D'];

/** The dropout layers of a network in order, including those of nested models. */
export function dropoutLayers(model: LayersModel): readonly DropoutLayer[] {
  return model.layers.flatMap((layer) => {
    if ('layers' in layer) return dropoutLayers(layer as LayersModel);
    return dropoutClasses.includes(layer.getClassName()) ? [layer as unknown as DropoutLayer] : [];
  });
}
