/** The last line that a timed program prints. */
export interface Timing {
  /** Seconds of the work, without startup. */
  readonly seconds: number;
  /** The library and its version. */
  readonly what: string;
}

/** Times of our program and of the reference implementation, round by round. */
export interface TimeComparison {
  readonly ours: readonly Timing[];
  /** Empty if the reference implementation cannot run here. */
  readonly reference: readonly Timing[];
  /** Why the reference implementation did not run. */
  readonly reason?: string;
}

/** Runs a program once and times it. */
export type TimedRun = () => Timing;

/**
 * Runs both programs alternately, ours first, so that changes in the machine's speed affect both equally.
 *
 * @param rounds number of runs of each program, at least 1
 */
export function compareTimes(ours: TimedRun, reference: TimedRun, rounds: number): TimeComparison {
  const timings = { ours: [] as Timing[], reference: [] as Timing[] };
  let reason: string | undefined;
  for (let round = 0; round < rounds; round++) {
    timings.ours.push(ours());
    if (reason !== undefined) continue;
    try {
      timings.reference.push(reference());
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  return reason === undefined ? timings : { ...timings, reason };
}
