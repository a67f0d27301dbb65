/** A weight of a layer, with the values that it has in the model. */
export interface WeightNode {
  /** Unique in the network: `conv1d_1/kernel`. */
  readonly name: string;
  /** Name of its layer in the model. */
  readonly layer: string;
  /** Its position among the weights of its layer, from 0. */
  readonly index: number;
  readonly shape: readonly number[];
  readonly trainable: boolean;
  /** Values in Keras's layout, row-major. */
  readonly values: Float32Array;
}

/** One use of a layer in a network; a shared layer has several nodes with the same weights. */
export interface LayerNode {
  /** Name of the layer in the model. */
  readonly name: string;
  /** Keras class name: `Conv1D`. */
  readonly className: string;
  /** The layer's configuration as in the model's JSON, with Keras's snake_case names. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The weights in Keras's order (kernel, bias, …). */
  readonly weights: readonly WeightNode[];
  /** The nodes whose outputs are its inputs, in order; empty for an input layer. */
  readonly inputs: readonly LayerNode[];
  /** Shape of one example of each input, channels last. */
  readonly inputShapes: readonly (readonly number[])[];
  /** Shape of one example of the output, channels last. */
  readonly outputShape: readonly number[];
}
