/** Over the test clips of all folds together, each in [0, 1]. */
export interface RaceScores {
  readonly accuracy: number;
  readonly uar: number;
  readonly macroF1: number;
}

/** What one side came to on one seed of a recipe. */
export interface RaceResult extends RaceScores {
  /** Who ran: our engine, or Keras with its version. */
  readonly what: string;
  readonly protocol: string;
  /** Epochs of all folds together. */
  readonly epochs: number;
  /** From audio files to metrics, start-up left out. */
  readonly seconds: Readonly<Record<'extract' | 'train' | 'evaluate' | 'total', number>>;
  /** The whole process, start-up included. */
  readonly wallSeconds: number;
  /** Greatest resident memory of the process, in MiB. */
  readonly peakMb: number;
  /** Processes that wanted a core in the last minute, before it began. */
  readonly load: number;
}

/** Both sides on one seed: the same clips in the same folds. */
export interface SeedResults {
  readonly seed: number;
  readonly ours: RaceResult;
  readonly keras: RaceResult;
}
