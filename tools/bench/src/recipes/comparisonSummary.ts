import { median } from '../median.js';
import type { RunResult, SeedResults } from './runResult.js';

/** A metric over several seeds. */
export interface Spread {
  readonly mean: number;
  readonly smallest: number;
  readonly largest: number;
}

/** One system over all seeds; times and memory are medians. */
export interface SystemSummary {
  readonly what: string;
  readonly accuracy: Spread;
  readonly uar: Spread;
  readonly epochs: Spread;
  readonly seconds: Readonly<Record<'extract' | 'train' | 'total' | 'wall', number>>;
  readonly peakMb: number;
}

/** Both systems over all seeds. */
export interface ComparisonSummary {
  readonly recipe: string;
  readonly protocol: string;
  readonly seeds: readonly number[];
  readonly ours: SystemSummary;
  readonly reference: SystemSummary;
  /** Our time divided by that of the reference, from audio files to metrics; below 1 ours is faster. */
  readonly ratio: number;
  /** The same for the whole processes, startup included. */
  readonly wallRatio: number;
}

/** Summarizes the results of a recipe. @param results of at least one seed */
export function comparisonSummary(recipe: string, results: readonly SeedResults[]): ComparisonSummary {
  const [ours, reference] = [
    summaryOf(results.map(({ ours }) => ours)),
    summaryOf(results.map(({ reference }) => reference)),
  ];
  return {
    recipe,
    protocol: results[0]!.ours.protocol,
    seeds: results.map(({ seed }) => seed),
    ours,
    reference,
    ratio: ours.seconds.total / reference.seconds.total,
    wallRatio: ours.seconds.wall / reference.seconds.wall,
  };
}

function summaryOf(results: readonly RunResult[]): SystemSummary {
  const medianOf = (value: (result: RunResult) => number) => median(results.map(value));
  return {
    what: results[0]!.what,
    accuracy: spreadOf(results.map(({ accuracy }) => accuracy)),
    uar: spreadOf(results.map(({ uar }) => uar)),
    epochs: spreadOf(results.map(({ epochs }) => epochs)),
    seconds: {
      extract: medianOf(({ seconds }) => seconds.extract),
      train: medianOf(({ seconds }) => seconds.train),
      total: medianOf(({ seconds }) => seconds.total),
      wall: medianOf(({ wallSeconds }) => wallSeconds),
    },
    peakMb: medianOf(({ peakMb }) => peakMb),
  };
}

function spreadOf(values: readonly number[]): Spread {
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    smallest: Math.min(...values),
    largest: Math.max(...values),
  };
}
