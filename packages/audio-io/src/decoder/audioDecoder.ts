import type { MultichannelAudio } from '@ser/dsp';

/** A decoder for a format that this package does not decode itself. */
export interface AudioDecoder {
  /** Name of the format in messages: `MP3`, `Ogg Vorbis`, ... */
  readonly name: string;

  /**
   * Whether the content of a file is of that format.
   *
   * @param bytes the file after its leading tags; only the first 256 KiB of a longer one
   */
  recognizes(bytes: Uint8Array): boolean;

  /** Decodes a whole file: one array of samples per channel. */
  decode(bytes: Uint8Array): Promise<MultichannelAudio>;

  /**
   * Decodes a whole file in blocks of at most a few seconds, so that memory does not grow with the duration.
   *
   * @default the result of `decode` as one block
   */
  decodeBlocks?(bytes: Uint8Array): AsyncIterable<MultichannelAudio>;
}
