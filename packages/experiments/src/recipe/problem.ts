/** A rule that a recipe breaks. */
export interface Problem {
  /** Path of the offending value in the recipe. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
