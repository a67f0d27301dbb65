import { median } from './median.js';
import type { RaceResult, SeedResults } from './raceResult.js';

/** A figure over several seeds. */
export interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly greatest: number;
}

/** One side of a race over all seeds; times and memory are medians. */
export interface SideSummary {
  readonly what: string;
  readonly accuracy: Spread;
  readonly uar: Spread;
  readonly epochs: Spread;
  readonly seconds: Readonly<Record<'extract' | 'train' | 'total' | 'wall', number>>;
  readonly peakMb: number;
}

export interface RaceSummary {
  readonly recipe: string;
  readonly protocol: string;
  readonly seeds: readonly number[];
  readonly ours: SideSummary;
  readonly keras: SideSummary;
  /** Ours to Keras's, from audio files to metrics: below 1 we are faster. */
  readonly ratio: number;
  /** The same of the whole processes, start-up included. */
  readonly wallRatio: number;
}

/** @param results at least one seed */
export function raceSummary(recipe: string, results: readonly SeedResults[]): RaceSummary {
  const [ours, keras] = [
    summaryOf(results.map(({ ours }) => ours)),
    summaryOf(results.map(({ keras }) => keras)),
  ];
  return {
    recipe,
    protocol: results[0]!.ours.protocol,
    seeds: results.map(({ seed }) => seed),
    ours,
    keras,
    ratio: ours.seconds.total / keras.seconds.total,
    wallRatio: ours.seconds.wall / keras.seconds.wall,
  };
}

function summaryOf(results: readonly RaceResult[]): SideSummary {
  const middle = (figure: (result: RaceResult) => number) => median(results.map(figure));
  return {
    what: results[0]!.what,
    accuracy: spreadOf(results.map(({ accuracy }) => accuracy)),
    uar: spreadOf(results.map(({ uar }) => uar)),
    epochs: spreadOf(results.map(({ epochs }) => epochs)),
    seconds: {
      extract: middle(({ seconds }) => seconds.extract),
      train: middle(({ seconds }) => seconds.train),
      total: middle(({ seconds }) => seconds.total),
      wall: middle(({ wallSeconds }) => wallSeconds),
    },
    peakMb: middle(({ peakMb }) => peakMb),
  };
}

function spreadOf(values: readonly number[]): Spread {
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    least: Math.min(...values),
    greatest: Math.max(...values),
  };
}
