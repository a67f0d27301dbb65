/** A listed clip that was left out, and why. */
export interface SkippedClip {
  readonly corpus: string;
  /** Path within the corpus folder. */
  readonly path: string;
  /** The stable code of the error: `truncated-file`, `silent-clip`, … */
  readonly code: string;
  readonly message: string;
}
