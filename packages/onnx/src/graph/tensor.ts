/** A float32 tensor of a graph; its first axis is the batch. */
export interface Tensor {
  /** Its name in the graph. */
  readonly name: string;
  /** Shape of one example as in Keras: channels last, without the batch, such as `[nFrames, nChannels]`. */
  readonly shape: readonly number[];
  /** Whether the layout in the graph is channels first, `[N, C, ...]`, as ONNX convolutions need. `shape` is channels last either way. */
  readonly channelsFirst: boolean;
}
