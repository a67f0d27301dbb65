/** A shape with the batch in front; open sizes are `null`. */
export type KerasShape = (number | null)[];

/** A weight, as far as it is read: TensorFlow.js's `LayerVariable`. */
export interface WeightLike {
  readonly name: string;
  readonly originalName?: string;
  readonly shape: readonly (number | null)[];
  read(): { dataSync(): ArrayLike<number> };
}

/** A layer, as far as it is used: TensorFlow.js's `Layer`. */
export interface LayerLike {
  readonly name: string;
  readonly weights: readonly WeightLike[];
  readonly trainableWeights: readonly WeightLike[];
  computeOutputShape(inputShape: KerasShape | KerasShape[]): KerasShape | KerasShape[];
}

/** A model, as far as it is used: TensorFlow.js's `LayersModel`, which this package never imports. */
export interface LayersModelLike {
  readonly layers: readonly LayerLike[];
  toJSON(unused?: unknown, returnString?: boolean): unknown;
}
