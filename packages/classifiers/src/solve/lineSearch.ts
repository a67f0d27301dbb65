/** The search ends at a slope below this fraction of the first one. */
const flat = 0.4;

/**
 * Finds the distance along a descent direction of a convex function at which its slope is nearly 0.
 *
 * @param slope derivative with respect to the distance; it never decreases
 * @returns the distance, at least 0; 0 when the function does not fall
 */
export function lineSearch(slope: (distance: number) => number): number {
  let low = { distance: 0, slope: slope(0) };
  let high = { distance: Infinity, slope: Infinity };
  const allowed = -flat * low.slope;
  if (!(allowed > 0)) return 0;
  let distance = 1;
  for (let trial = 0; trial < 60; trial++) {
    const here = { distance, slope: slope(distance) };
    if (Math.abs(here.slope) <= allowed) break;
    if (here.slope < 0) low = here;
    else high = here;
    distance = high.distance === Infinity ? 4 * low.distance : between(low, high);
  }
  return distance;
}

interface Point {
  readonly distance: number;
  readonly slope: number;
}

/** The zero of a straight line through two slopes, kept away from both ends. */
function between(low: Point, high: Point): number {
  const share = low.slope / (low.slope - high.slope);
  return low.distance + Math.min(0.9, Math.max(0.1, share)) * (high.distance - low.distance);
}
