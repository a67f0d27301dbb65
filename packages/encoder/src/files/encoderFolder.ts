import type { EncoderError } from '../errors.js';

/** A file of an encoder and its checksum. */
export interface EncoderFile {
  /** Path below the folder, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** The files of an encoder, in a folder or below a URL. */
export interface EncoderFolder {
  /** The folder or URL, for messages. */
  readonly location: string;
  /**
   * Reads the first of some files that exists; `undefined` if none does.
   *
   * @param paths below the folder
   * @throws {SerError} `invalid-encoder`, `checksum-mismatch`, `download-failed`
   */
  read(...paths: readonly string[]): Promise<EncoderFile | undefined>;
  /** The error of a file that does not exist. */
  notFound(path: string): EncoderError;
  /**
   * Keeps the files that have been downloaded. Call it after they have proved to be an encoder.
   *
   * @throws {SerError} `cache-failed`
   */
  keep(): Promise<void>;
}
