/** At this magnitude float64 has no fractions, so that adding it rounds half to even, as IEEE 754 requires. */
const noFractions = 1.5 * 2 ** 52;

/** Rounds to the nearest integer, halves to even: numpy's `rint` and `round`, for |value| < 2^51. */
export function roundHalfToEven(value: number): number {
  return value + noFractions - noFractions;
}
