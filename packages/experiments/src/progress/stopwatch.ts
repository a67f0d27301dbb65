import type { RunSeconds } from './runSeconds.js';

/** Parts of an experiment whose time is told; what the source's split takes is told apart. */
const timedParts = ['extract', 'train', 'evaluate', 'sourceTrain', 'sourceEvaluate'] as const;

export type TimedPart = (typeof timedParts)[number];

/** Milliseconds of each part, and of all that happened. */
export type Timings = Readonly<Record<TimedPart | 'total', number>>;

/** Adds up how long the parts of an experiment take, by the clock it is given. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #start: number;
  readonly #milliseconds = new Map<TimedPart, number>();
  #running: { readonly part: TimedPart; readonly since: number } | undefined;
  #before: Timings | undefined;

  /** @param now milliseconds from any moment on */
  constructor(now: () => number) {
    this.#now = now;
    this.#start = now();
  }

  /** Counts in what earlier sittings of the same run have taken. */
  goOnFrom(before: Timings): void {
    this.#before = before;
  }

  /** Does some work, and counts its time towards a part. */
  async time<T>(part: TimedPart, work: () => Promise<T>): Promise<T> {
    const since = this.#now();
    this.#running = { part, since };
    try {
      return await work();
    } finally {
      this.#milliseconds.set(part, (this.#milliseconds.get(part) ?? 0) + this.#now() - since);
      this.#running = undefined;
    }
  }

  /** The times so far, work under way included. */
  read(): Timings {
    const now = this.#now();
    const spentOn = (part: TimedPart) => {
      const running = this.#running?.part === part ? now - this.#running.since : 0;
      return (this.#before?.[part] ?? 0) + (this.#milliseconds.get(part) ?? 0) + running;
    };
    const parts = Object.fromEntries(timedParts.map((part) => [part, spentOn(part)]));
    return { ...(parts as Record<TimedPart, number>), total: (this.#before?.total ?? 0) + now - this.#start };
  }
}

/** Times as metrics tell them, in seconds, to the millisecond. */
export function runSeconds({
  extract,
  train,
  evaluate,
  sourceTrain,
  sourceEvaluate,
  total,
}: Timings): RunSeconds {
  return {
    extract: inSeconds(extract),
    train: inSeconds(train + sourceTrain),
    evaluate: inSeconds(evaluate + sourceEvaluate),
    total: inSeconds(total),
  };
}

/** What the source's split would have taken alone. */
export function sourceSeconds({ extract, sourceTrain, sourceEvaluate }: Timings): RunSeconds {
  return {
    extract: inSeconds(extract),
    train: inSeconds(sourceTrain),
    evaluate: inSeconds(sourceEvaluate),
    total: inSeconds(extract + sourceTrain + sourceEvaluate),
  };
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}
