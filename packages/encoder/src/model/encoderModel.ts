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

type Decoder = (text: string) => Uint8Array;

function decodeBase64(text: string): Uint8Array {
  const { fromBase64 } = Uint8Array as { readonly fromBase64?: Decoder };
  if (fromBase64) return fromBase64.call(Uint8Array, text);
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
