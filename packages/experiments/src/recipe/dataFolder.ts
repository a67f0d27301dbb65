/** Where the clips of a corpus lie on this machine. A recipe never says; it travels. */
export interface DataFolder {
  /** Name of the corpus: `ravdess`. */
  readonly corpus: string;
  /** Its folder. */
  readonly folder: string;
}
