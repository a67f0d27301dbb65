export type OnnxErrorCode =
  'unsupported-layer' | 'unsupported-option' | 'unsupported-model' | 'invalid-option';

/** A model or an option that cannot become an ONNX graph, with a stable `code` and, where known, the `layer`. */
export class OnnxError extends Error {
  override readonly name = 'OnnxError';
  readonly code: OnnxErrorCode;
  /** Name of the layer in the model. */
  readonly layer?: string;

  constructor(
    code: OnnxErrorCode,
    message: string,
    options: { readonly layer?: string; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.layer !== undefined) this.layer = options.layer;
  }
}
