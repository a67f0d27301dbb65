/** Where the clips of a corpus are on this machine. Recipes do not contain paths. */
export interface DataFolder {
  /** Name of the corpus: `ravdess`. */
  readonly corpus: string;
  /** Its folder. */
  readonly folder: string;
}
