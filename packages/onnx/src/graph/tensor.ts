/** A float32 tensor of a graph, with a batch axis in front. */
export interface Tensor {
  /** Its name in the graph. */
  readonly name: string;
  /** Shape of one example as Keras tells it, channels last, the batch left out: `[nFrames, nChannels]`. */
  readonly shape: readonly number[];
  /** Whether the graph holds it channels first, `[N, C, ...]`, as ONNX convolves; `shape` stays as it is. */
  readonly channelsFirst: boolean;
}
