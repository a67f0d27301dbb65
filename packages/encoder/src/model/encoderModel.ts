import { decodeBase64 } from '@ser/core';

/**
 * The encoder as the bytes of an ONNX file, for your own ONNX Runtime session or for serving it: the same in Node,
 * browsers and workers.
 *
 * Inputs: `mel`, float32 `[1, 80, frames]`, at most 3000 frames of `whisperLogMel`, and `weights`, float32
 * `[positions]`, one weight of at least 0 per two frames, rounded up, not all 0. Outputs: `mean` and `std`, float32
 * `[3, 384]`, the weighted statistics of each layer.
 *
 * @example
 * const session = await ort.InferenceSession.create(await encoderModel());
 */
export async function encoderModel(): Promise<Uint8Array> {
  const { default: base64 } = await import('./packedModel.js');
  return decodeBase64(base64);
}
