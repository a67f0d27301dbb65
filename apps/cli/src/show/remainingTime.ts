/** Seconds over which the speed is measured. */
const window = 60;

/** Seconds before there is an estimate. */
const firstEstimate = 5;

interface Sample {
  /** Seconds. */
  readonly time: number;
  readonly done: number;
}

/** Estimates the remaining time of a task by its speed over the last minute. */
export class RemainingTime {
  readonly #now: () => number;
  readonly #start: number;
  /** About one a second. */
  readonly #samples: Sample[] = [];

  /** @param now current time in milliseconds, from any starting point */
  constructor(now: () => number) {
    this.#now = now;
    this.#start = now() / 1000;
  }

  /**
   * Such as `about 3 min left`; empty in the first seconds and at the end.
   *
   * @param done how many of `total` are done
   */
  text(done: number, total: number): string {
    const time = this.#now() / 1000;
    const last = this.#samples.at(-1);
    if (last === undefined || time - last.time >= 1) this.#samples.push({ time, done });
    while (this.#samples.length > 1 && time - this.#samples[0]!.time > window) this.#samples.shift();
    const { time: since, done: before } = this.#samples[0]!;
    if (time - this.#start < firstEstimate || done >= total || done === before) return '';
    return `about ${durationText(((time - since) * (total - done)) / (done - before))} left`;
  }
}

/** A duration in seconds in two digits or so: `40 s`, `3 min`, `1 h 20 min`. */
export function durationText(seconds: number): string {
  if (seconds < 55) return `${Math.max(5, Math.round(seconds / 5) * 5)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
