import { SerError } from '@ser/core';

/** What can go wrong in this package. */
export type OnnxErrorCode =
  /** A layer of a kind that this package does not support; `layer` is its name. */
  | 'unsupported-layer'
  /** A layer has a setting that this package does not support; `layer` is its name. */
  | 'unsupported-option'
  /** The model has several inputs or outputs, a size that is not fixed, a final layer that does not fit the loss, or nothing to train. */
  | 'unsupported-model'
  /** An option of `toOnnx` or `toTrainingGraph` is out of bounds. */
  | 'invalid-option'
  /** A graph already has a value of that name. */
  | 'duplicate-name'
  /** ONNX Runtime is not installed or does not work here; `cause` has the reason. */
  | 'engine-unavailable';

/** `SerError` with the codes of this package. */
export const OnnxError = SerError<OnnxErrorCode>;
export type OnnxError = SerError<OnnxErrorCode>;

/** Whether an error says that ONNX cannot express a model. Another engine, such as TensorFlow.js, may still run it. */
export function isUnsupported(error: unknown): error is OnnxError {
  return error instanceof SerError && String(error.code).startsWith('unsupported-');
}
