/** Wall time of the parts of a run, in seconds. For a resumed run, the sum over all sessions. */
export interface RunSeconds {
  /** Computing the features of clips and copies. */
  readonly extract: number;
  readonly train: number;
  readonly evaluate: number;
  readonly total: number;
}
