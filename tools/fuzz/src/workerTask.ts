import type { TargetChoice } from './target.js';

/** What a worker thread reads. */
export interface WorkerTask extends TargetChoice {
  readonly from: number;
  readonly to: number;
  readonly step: number;

  /** The number of the input that the worker reads now. */
  readonly current: SharedArrayBuffer;
}

/** What came of an input. */
export interface WorkerReport {
  readonly index: number;
  /** How it was read, the code of the error by which it was rejected, or `finding`. */
  readonly outcome: string;
  readonly finding?: string;
}
