/** A range of the file, in bytes. `size` is as declared and may extend past the end of the file. */
export interface Chunk {
  readonly start: number;
  readonly size: number;
}
