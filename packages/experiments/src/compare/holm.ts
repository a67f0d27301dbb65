/**
 * P-values of several tests, corrected so that the probability of any false alarm is the same as for one test (Holm's
 * step-down method).
 *
 * @see Holm 1979, A Simple Sequentially Rejective Multiple Test Procedure, https://www.jstor.org/stable/4615733
 *
 * @example
 * holm([0.01, 0.04, 0.03]); // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!);
  const corrected = [...pValues];
  let greatest = 0;
  order.forEach((test, rank) => {
    greatest = Math.max(greatest, Math.min(1, pValues[test]! * (pValues.length - rank)));
    corrected[test] = greatest;
  });
  return corrected;
}
