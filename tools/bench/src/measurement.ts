/** What one process measured of one engine on one network: the last line that the programs of both sides print. */
export interface Measurement {
  /** Milliseconds of one training step, Adam: the median. */
  readonly stepMs: number;
  /** Milliseconds of one prediction of one example: the median. */
  readonly predictionMs: number;
  /** Greatest resident memory of the process up to the end of training, in MiB. */
  readonly peakMb: number;
  /** Who measured: library and version. */
  readonly what: string;
}
