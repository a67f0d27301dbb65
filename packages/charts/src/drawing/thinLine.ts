/** A point of a line. */
export type Point = readonly [x: number, y: number];

/**
 * The line simplified: a subset of its points within `tolerance` of all of them, with both ends.
 *
 * @see Douglas & Peucker, "Algorithms for the reduction of the number of points required to represent a digitized
 * line or its caricature", 1973
 */
export function thinLine(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 3) return [...points];
  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span;
    const { index, distance } = farthest(points, first, last);
    if (distance <= tolerance) continue;
    kept[index] = 1;
    spans.push([first, index], [index, last]);
  }
  return points.filter((_, i) => kept[i] === 1);
}

/** The point between two others that is farthest from the line through them. */
function farthest(points: readonly Point[], first: number, last: number) {
  const [x0, y0] = points[first]!;
  const [dx, dy] = [points[last]![0] - x0, points[last]![1] - y0];
  const length = Math.hypot(dx, dy);
  let [index, distance] = [first, 0];
  for (let i = first + 1; i < last; i++) {
    const [x, y] = [points[i]![0] - x0, points[i]![1] - y0];
    const away = length === 0 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / length;
    if (away > distance) [index, distance] = [i, away];
  }
  return { index, distance };
}

/** The points as the `d` of a path, px. */
export function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}
