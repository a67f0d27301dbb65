import { spawnSync } from 'node:child_process';
import type { Bench } from '../bench.js';
import { pythonCommand, pythonProgram } from '../runProgram.js';
import { type Answer, metricPairs, type RandomCase } from './metricPairs.js';

const tolerance = 1e-12;

/** Compares every metric with scikit-learn on random cases with absent classes and every `zeroDivision`. */
export const metricsAgreementBench: Bench = {
  name: 'metrics-agreement',
  description: 'largest difference of every metric from scikit-learn on 1000 random cases',
  run() {
    const cases = randomCases();
    const differences = largestDifferences(cases);
    for (const [name, value] of differences) console.log(`${name.padEnd(32)} ${value.toExponential(1)}`);
    const largest = Math.max(...differences.values());
    if (!(largest <= tolerance)) {
      throw new Error(
        `All metrics must be equal to within ${tolerance}; the largest difference is ${largest}.`,
      );
    }
    console.log(`${cases.length} cases: equal to within ${tolerance}`);
  },
};

function randomCases(): readonly RandomCase[] {
  const { stdout, stderr, status, error } = spawnSync(
    pythonCommand(),
    [pythonProgram('goldens/metrics_random')],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RandomCase);
}

/** The largest difference of each metric over all cases, relative for values above 1. */
export function largestDifferences(cases: readonly RandomCase[]): ReadonlyMap<string, number> {
  const largest = new Map<string, number>();
  for (const recorded of cases) {
    for (const [name, value, expected] of metricPairs(recorded)) {
      largest.set(name, Math.max(largest.get(name) ?? 0, difference(value, expected)));
    }
  }
  return largest;
}

function difference(value: number, expected: Answer): number {
  if (expected === null) return Number.isNaN(value) ? 0 : Infinity;
  return Number.isNaN(value) ? Infinity : Math.abs(value - expected) / Math.max(1, Math.abs(expected));
}
