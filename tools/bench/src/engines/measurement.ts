/** The measurement of one engine on one network in one process; the last line that each program prints. */
export interface Measurement {
  /** Median milliseconds of one training step with Adam. */
  readonly stepMs: number;
  /** Median milliseconds of one prediction of one example. */
  readonly predictionMs: number;
  /** Peak resident memory of the process until the end of training, in MiB. */
  readonly peakMb: number;
  /** The library and its version. */
  readonly what: string;
}
