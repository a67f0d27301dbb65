import { SerError } from '@ser/core';

export type OnnxErrorCode =
  'unsupported-layer' | 'unsupported-option' | 'unsupported-model' | 'invalid-option';

/** `SerError` with the codes of this package. */
export const OnnxError = SerError<OnnxErrorCode>;
export type OnnxError = SerError<OnnxErrorCode>;

/** Whether ONNX cannot express a model: another engine may still run it. */
export function isUnsupported(error: unknown): error is OnnxError {
  return error instanceof SerError && error.code.startsWith('unsupported-');
}
