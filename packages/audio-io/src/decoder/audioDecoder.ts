import type { MultichannelAudio } from '@ser/dsp';

/** Reads one format that this package does not read by itself. */
export interface AudioDecoder {
  /** The format, as messages name it: `MP3`, `Ogg Vorbis`, ... */
  readonly name: string;

  /** Whether a file is of that format, by its content. */
  recognizes(bytes: Uint8Array): boolean;

  /** The sound of a whole file. */
  decode(bytes: Uint8Array): Promise<MultichannelAudio>;
}
