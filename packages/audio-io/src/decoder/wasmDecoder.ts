import { AudioError } from '../errors.js';

/** What the decoders of the project wasm-audio-decoders give. */
export interface WasmAudio {
  readonly channelData: readonly Float32Array[];

  /** In Hz. */
  readonly sampleRate: number;
  readonly errors: readonly { readonly message: string }[];
}

/** What they have in common. */
export interface WasmDecoder {
  readonly ready: Promise<void>;
  free(): void;
}

/**
 * Decodes one file with a decoder of its own, which is freed at the end.
 *
 * @throws {SerError} `corrupt-file` when the decoder stumbles, which would leave a gap in the sound
 */
export async function runWasmDecoder<Decoder extends WasmDecoder>(
  format: string,
  decoder: Decoder,
  decode: (decoder: Decoder) => WasmAudio | Promise<WasmAudio>,
): Promise<WasmAudio> {
  await decoder.ready;
  try {
    const audio = await decode(decoder);
    const [error] = audio.errors;
    if (error !== undefined) throw corruptSound(format, `"${error.message}" from its decoder`);
    return audio;
  } finally {
    decoder.free();
  }
}

/** The refusal of compressed sound that its decoder does not get through. */
export function corruptSound(format: string, found: string, cause?: unknown): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected a sound ${format} file, got ${found}. Download or copy the file again.`,
    cause === undefined ? {} : { cause },
  );
}
