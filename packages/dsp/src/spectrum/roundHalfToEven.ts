/** From here on float64 has no fractions: adding it rounds, halves to even, as IEEE 754 asks. */
const noFractions = 1.5 * 2 ** 52;

/** The nearest integer, and of two equally near ones the even one: numpy's `rint` and `round`, for |value| < 2^51. */
export function roundHalfToEven(value: number): number {
  return value + noFractions - noFractions;
}
