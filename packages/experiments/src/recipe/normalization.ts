/** Which clips the mean and deviation of a feature come from; see `Normalization`. */
export const normalizationScopes = ['train', 'speaker', 'clip'] as const;

export type NormalizationScope = (typeof normalizationScopes)[number];

/** How features are normalized to mean 0 and deviation 1 (z-scores). In a recipe's JSON, a scope stands for `{ scope }`. */
export interface Normalization {
  /**
   * Which clips the mean and deviation of each feature come from.
   *
   * - `train`: all training clips of the fold, augmented copies included. Test clips are not used.
   * - `speaker`: all clips of the same speaker, for test speakers their unlabeled test clips; each kind of augmented copy
   *   separately. Every speaker to recognize needs several clips.
   * - `clip`: the frames of the clip itself. The features must have one row per frame.
   */
  readonly scope: NormalizationScope;
  /** The largest z-score, above 0: values beyond ±`clip` are set to it. @default no limit */
  readonly clip?: number | undefined;
  /**
   * With `speaker`, how test speakers are normalized: by their `own` test clips, or by the `average` training speaker
   * (every corpus has the same weight), as a saved model normalizes an unknown speaker. @default 'own'
   */
  readonly unseenSpeakers?: 'own' | 'average' | undefined;
}
