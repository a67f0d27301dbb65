import fc from 'fast-check';
import type { Outcome } from '../src/outcome/outcome.js';

/** An outcome that always has probabilities. */
export type ProbabilityOutcome = Outcome & { readonly probabilities: readonly number[] };

interface Item {
  readonly actual: number;
  readonly predicted: number;
  /** Of each class, on any scale. */
  readonly weights: readonly number[];
}

/** Any outcomes, also with absent classes, with probabilities that are often tied, 0, or 1. */
export const outcomes = fc
  .integer({ min: 1, max: 8 })
  .chain((nClasses) =>
    outcomesOf(nClasses, fc.array(fc.nat(3), { minLength: nClasses, maxLength: nClasses })),
  );

/** The same with every class of an item having a probability of its own, above 0. */
export const untiedOutcomes = fc.integer({ min: 1, max: 8 }).chain((nClasses) =>
  outcomesOf(
    nClasses,
    shuffled(nClasses).map((places) => places.map((place) => place + 1)),
  ),
);

function outcomesOf(nClasses: number, weights: fc.Arbitrary<number[]>): fc.Arbitrary<ProbabilityOutcome> {
  const label = fc.integer({ min: 0, max: nClasses - 1 });
  return fc
    .array(fc.record({ actual: label, predicted: label, weights }), { minLength: 1, maxLength: 60 })
    .map((items) => toOutcome(items, nClasses));
}

function toOutcome(items: readonly Item[], nClasses: number): ProbabilityOutcome {
  return {
    actual: items.map(({ actual }) => actual),
    predicted: items.map(({ predicted }) => predicted),
    nClasses,
    probabilities: items.flatMap(({ weights }) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => (total === 0 ? 1 / nClasses : weight / total));
    }),
  };
}

/** All of `0 … length - 1` in any order. */
export function shuffled(length: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(indices(length), { minLength: length });
}

export function indices(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** Every item predicted correctly, with certainty. */
export function perfect({ actual, nClasses }: Outcome): ProbabilityOutcome {
  const items = Array.from(actual);
  return {
    actual: items,
    predicted: items,
    nClasses,
    probabilities: items.flatMap((truth) => indices(nClasses).map((label) => (label === truth ? 1 : 0))),
  };
}

/** Checks a property on random cases that are the same every time. */
export function check<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 100): void {
  fc.assert(fc.property(arbitrary, property), { seed: 1, numRuns });
}
