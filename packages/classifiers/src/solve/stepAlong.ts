/** Share of the first slope that is flat enough. */
const flat = 0.4;

/**
 * How far to go along a line on which a convex function falls at first: to where its slope is nearly 0.
 *
 * @param slope derivative by the distance, rising throughout and below 0 at 0
 * @returns 0 when the function does not fall
 */
export function stepAlong(slope: (distance: number) => number): number {
  let low = { distance: 0, slope: slope(0) };
  let high = { distance: Infinity, slope: Infinity };
  const wanted = -flat * low.slope;
  if (!(wanted > 0)) return 0;
  let distance = 1;
  for (let trial = 0; trial < 60; trial++) {
    const here = { distance, slope: slope(distance) };
    if (Math.abs(here.slope) <= wanted) break;
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

/** Where a straight line through two slopes is 0, but not close to either end. */
function between(low: Point, high: Point): number {
  const share = low.slope / (low.slope - high.slope);
  return low.distance + Math.min(0.9, Math.max(0.1, share)) * (high.distance - low.distance);
}
