/** Metrics over the test clips of all folds, each in [0, 1]. */
export interface Scores {
  readonly accuracy: number;
  readonly uar: number;
  readonly macroF1: number;
}

/** The result of one system for one seed of a recipe. */
export interface RunResult extends Scores {
  /** The system: our engine, or the Python libraries with versions. */
  readonly what: string;
  readonly protocol: string;
  /** Sum of the epochs of all folds. */
  readonly epochs: number;
  /** From audio files to metrics, without startup. */
  readonly seconds: Readonly<Record<'extract' | 'train' | 'evaluate' | 'total', number>>;
  /** The whole process, startup included. */
  readonly wallSeconds: number;
  /** Peak resident memory of the process, in MiB. */
  readonly peakMb: number;
  /** Load average of the last minute before the run. */
  readonly load: number;
}

/** Both systems for one seed, on the same clips in the same folds. */
export interface SeedResults {
  readonly seed: number;
  readonly ours: RunResult;
  readonly reference: RunResult;
}
