import type { RunSeconds } from './runSeconds.js';

/** The parts of an experiment that are timed; the source's split is timed separately. */
const timedParts = ['extract', 'train', 'evaluate', 'sourceTrain', 'sourceEvaluate'] as const;

export type TimedPart = (typeof timedParts)[number];

/** Milliseconds of each part, and in total. */
export type Timings = Readonly<Record<TimedPart | 'total', number>>;

/** Measures how long the parts of an experiment take, with the clock that it is given. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #start: number;
  readonly #milliseconds = new Map<TimedPart, number>();
  #running: { readonly part: TimedPart; readonly since: number } | undefined;
  #before: Timings | undefined;

  /** @param now current time in milliseconds, from any starting point */
  constructor(now: () => number) {
    this.#now = now;
    this.#start = now();
  }

  /** Adds the times of earlier sessions of the same run. */
  resumeFrom(before: Timings): void {
    this.#before = before;
  }

  /** Does some work, and adds its time to a part. */
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

  /** The times so far, including work in progress. */
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

/** Times as in `metrics.json`, in seconds with three decimals. */
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

/** The times of the source's split alone. */
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
