/** Over whose clips a feature is brought to mean 0 and deviation 1; see `Normalization`. */
export const normalizationScopes = ['train', 'speaker', 'clip'] as const;

export type NormalizationScope = (typeof normalizationScopes)[number];

/** How features are normalised, as JSON: the `normalize` of a recipe; a scope alone stands for `{ scope }`. */
export interface Normalization {
  /**
   * Whose mean and deviation are taken from a feature (z-score).
   *
   * - `train`: all training clips of the fold, copies included. Nothing is taken from test clips.
   * - `speaker`: each speaker's own clips, tested speakers by their test clips, whose labels are not looked at; altered
   *   copies by the copies of the same kind. It needs several clips of every speaker who is to be recognised.
   * - `clip`: each clip's own frames. It needs features with a row a frame.
   */
  readonly scope: NormalizationScope;
  /** The largest z-score let through, above 0: what lies beyond ±`clip` is set to it. @default none */
  readonly clip?: number | undefined;
  /**
   * With `speaker`, what tested speakers are normalised by: their `own` test clips, or, as a model does that meets them
   * cold, the `average` training speaker, each corpus weighing the same. @default 'own'
   */
  readonly strangers?: 'own' | 'average' | undefined;
}

/** The normalisation that a recipe's `normalize` stands for. */
export function normalizationOf(normalize: NormalizationScope | Normalization): Normalization {
  return typeof normalize === 'string' ? { scope: normalize } : normalize;
}
