import type { MultichannelAudio } from '@ser/dsp';

/** A decoder for a format that this package does not decode itself. */
export interface AudioDecoder {
  /** Name of the format in messages: `MP3`, `Ogg Vorbis`, ... */
  readonly name: string;

  /** Whether the content of a file is of that format. */
  recognizes(bytes: Uint8Array): boolean;

  /** Decodes a whole file: one array of samples per channel. */
  decode(bytes: Uint8Array): Promise<MultichannelAudio>;
}
