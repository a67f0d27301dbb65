import type { EncoderFile } from './encoderFolder.js';

/** Keeps downloaded files with their checksums. */
export interface FileCache {
  /** Where it is, for messages. */
  readonly location: string;
  /**
   * A kept file with its recorded checksum, which the caller compares; `undefined` if there is none.
   *
   * @param base URL of the encoder
   */
  read(base: string, path: string): Promise<EncoderFile | undefined>;
  /** @throws the system's error if the file cannot be written */
  write(base: string, file: EncoderFile): Promise<void>;
}
