import type { Descriptors } from '../descriptors/descriptors.js';
import { deviationOf, meanOf } from './moments.js';
import { runsOf } from './runs.js';

/** Shorter runs of voiced frames are ignored. */
const shortestSegment = 5;

const measures = ['change', 'range', 'slope'] as const;

export const segmentNames = ['mean.segments', 'std.segments', 'firstSegment', 'lastSegment'].flatMap(
  (which) => measures.map((measure) => `${measure}.${which}`),
);

/**
 * Pitch movement in runs of voiced frames: the change from start to end, the range, and the slope per frame; mean and
 * standard deviation over all runs, and the values of the first and last run. All are 0 without runs.
 *
 * @param row filled from `at` on, in the order of `segmentNames`
 */
export function pitchSegments(
  { f0, active, voiced, nFrames }: Descriptors,
  row: Float64Array,
  at: number,
): void {
  const { starts, lengths } = runsOf(0, nFrames, (frame) => active[frame] === 1 && voiced[frame] === 1);
  const segments = starts.flatMap((start, i) =>
    lengths[i]! >= shortestSegment ? [f0.subarray(start, start + lengths[i]!)] : [],
  );
  [change, range, slope].forEach((measure, i) => {
    const values = segments.length === 0 ? new Float64Array(1) : Float64Array.from(segments, measure);
    row[at + i] = meanOf(values);
    row[at + i + 3] = deviationOf(values);
    row[at + i + 6] = values[0]!;
    row[at + i + 9] = values[values.length - 1]!;
  });
}

function change(segment: Float64Array): number {
  return segment[segment.length - 1]! - segment[0]!;
}

function range(segment: Float64Array): number {
  const highest = segment.reduce((most, value) => Math.max(most, value), -Infinity);
  return highest - segment.reduce((least, value) => Math.min(least, value), Infinity);
}

/** Slope of the least-squares line. */
function slope(segment: Float64Array): number {
  const middle = (segment.length - 1) / 2;
  const mean = meanOf(segment);
  let products = 0;
  let squares = 0;
  for (let i = 0; i < segment.length; i++) {
    products += (i - middle) * (segment[i]! - mean);
    squares += (i - middle) * (i - middle);
  }
  return products / squares;
}
