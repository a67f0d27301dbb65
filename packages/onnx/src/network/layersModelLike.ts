/** A shape that starts with the batch; sizes that are not fixed are `null`. */
export type KerasShape = (number | null)[];

/** The members of a weight that are read; TensorFlow.js's `LayerVariable` has them. */
export interface WeightLike {
  readonly name: string;
  readonly originalName?: string;
  readonly shape: readonly (number | null)[];
  read(): { dataSync(): ArrayLike<number> };
}

/** The members of a layer that are used; TensorFlow.js's `Layer` has them. */
export interface LayerLike {
  readonly name: string;
  readonly weights: readonly WeightLike[];
  readonly trainableWeights: readonly WeightLike[];
  computeOutputShape(inputShape: KerasShape | KerasShape[]): KerasShape | KerasShape[];
}

/** The members of a model that are used; TensorFlow.js's `LayersModel`, which this package never imports, has them. */
export interface LayersModelLike {
  readonly layers: readonly LayerLike[];
  toJSON(unused?: unknown, returnString?: boolean): unknown;
}
