import type { RunSeconds } from './runMetrics.js';

/** A part of an experiment whose time is told. */
export type TimedPart = 'extract' | 'train' | 'evaluate';

/** Adds up how long the parts of an experiment take, by the clock it is given. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #start: number;
  readonly #milliseconds = new Map<TimedPart, number>();

  /** @param now milliseconds from any moment on */
  constructor(now: () => number) {
    this.#now = now;
    this.#start = now();
  }

  /** Does some work, and counts its time towards a part. */
  async time<T>(part: TimedPart, work: () => Promise<T>): Promise<T> {
    const start = this.#now();
    try {
      return await work();
    } finally {
      this.#milliseconds.set(part, (this.#milliseconds.get(part) ?? 0) + this.#now() - start);
    }
  }

  /** The times so far, in seconds, to the millisecond. */
  read(): RunSeconds {
    return {
      extract: this.#secondsOf('extract'),
      train: this.#secondsOf('train'),
      evaluate: this.#secondsOf('evaluate'),
      total: inSeconds(this.#now() - this.#start),
    };
  }

  #secondsOf(part: TimedPart): number {
    return inSeconds(this.#milliseconds.get(part) ?? 0);
  }
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}
