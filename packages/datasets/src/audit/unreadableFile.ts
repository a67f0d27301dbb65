/** A file that cannot be decoded, with the `code` of its error. */
export interface UnreadableFile {
  readonly file: string;
  readonly code: string;
  readonly what: string;
}
