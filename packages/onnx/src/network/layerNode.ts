/** A weight of a layer, as the model holds it. */
export interface WeightNode {
  /** Unique in the network: `conv1d_1/kernel`. */
  readonly name: string;
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
  /** Its weights in Keras's order (kernel, bias, …). */
  readonly weights: readonly WeightNode[];
  /** Nodes whose outputs it takes, in order; empty for an input layer. */
  readonly inputs: readonly LayerNode[];
  /** Shape of one example of each input, channels last. */
  readonly inputShapes: readonly (readonly number[])[];
  /** Shape of one example of the output, channels last. */
  readonly outputShape: readonly number[];
}
