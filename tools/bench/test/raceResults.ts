import type { RaceResult, SeedResults } from '../src/raceResult.js';

/** A result of so many seconds and such a UAR; all else is alike. */
export function raceResult(what: string, total: number, uar = 0.5): RaceResult {
  const seconds = { extract: total / 4, train: total / 2, evaluate: total / 4, total };
  const scores = { accuracy: 0.6, uar, macroF1: 0.5 };
  return {
    what,
    protocol: 'Speaker-dependent: 20 % of the clips are tested.',
    ...scores,
    epochs: 2,
    seconds,
    wallSeconds: total + 2,
    peakMb: 300,
    load: 1,
  };
}

export function seedResults(seed: number, ours: RaceResult, keras: RaceResult): SeedResults {
  return { seed, ours, keras };
}
