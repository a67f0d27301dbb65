import { AudioError } from '../errors.js';

/** The result of a decoder of the project wasm-audio-decoders. */
export interface WasmAudio {
  readonly channelData: readonly Float32Array[];

  /** In Hz. */
  readonly sampleRate: number;
  readonly errors: readonly { readonly message: string }[];
}

/** The common interface of the decoders of that project. */
export interface WasmDecoder {
  readonly ready: Promise<void>;
  free(): void;
}

/**
 * Decodes the pieces of one file with its own decoder, which is freed at the end.
 *
 * @throws {SerError} `corrupt-file` if the decoder reports an error, which would leave a gap in the audio
 */
export async function* wasmBlocks<Decoder extends WasmDecoder, Piece>(
  format: string,
  decoder: Decoder,
  { pieces, decode }: WasmInput<Decoder, Piece>,
): AsyncGenerator<WasmAudio> {
  await decoder.ready;
  try {
    for (const piece of pieces) {
      const audio = await decode(decoder, piece);
      const [error] = audio.errors;
      if (error !== undefined) throw corruptAudio(format, `"${error.message}" from its decoder`);
      yield audio;
    }
  } finally {
    decoder.free();
  }
}

/** A file in pieces, and how a decoder decodes one. */
export interface WasmInput<Decoder, Piece> {
  readonly pieces: Iterable<Piece>;
  readonly decode: (decoder: Decoder, piece: Piece) => WasmAudio | Promise<WasmAudio>;
}

/** The error for compressed audio that its decoder cannot decode. */
export function corruptAudio(format: string, found: string, cause?: unknown): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected a valid ${format} file, got ${found}. Download or copy the file again.`,
    cause === undefined ? {} : { cause },
  );
}
