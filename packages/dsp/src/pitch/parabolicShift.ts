/**
 * Position of the extremum of the parabola through three adjacent values, in steps from the middle one, in (-1, 1); 0 if
 * it is farther away.
 *
 * @see https://ccrma.stanford.edu/~jos/sasp/Quadratic_Interpolation_Spectral_Peaks.html
 */
export function parabolicShift(before: number, at: number, after: number): number {
  const curvature = after + before - 2 * at;
  const slope = (after - before) / 2;
  return Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
}
