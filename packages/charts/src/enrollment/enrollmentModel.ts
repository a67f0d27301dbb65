import { invalidOption } from '@ser/core';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireEntries, requireShare } from '../chart/checks.js';
import { formatShare } from '../drawing/formatShare.js';

/** The score of a model after enrolling some clips of each new speaker. */
export interface EnrollmentPoint {
  /** Number of enrolled clips; at least 0. */
  readonly clips: number;
  /** In `[0, 1]`. */
  readonly value: number;
  /** Low end of its interval, in `[0, 1]`. @default none */
  readonly low?: number;
  /** High end of its interval, in `[0, 1]`. @default none */
  readonly high?: number;
}

export interface EnrollmentCurve {
  readonly name: string;
  /** At least one, in rising order of `clips`. */
  readonly points: readonly EnrollmentPoint[];
}

export interface EnrollmentOptions extends TitleOption {
  /** Name of the score. @default 'UAR' */
  readonly measure?: string;
  /** @default 'enrolled clips of the speaker' */
  readonly xLabel?: string;
  /** Chance level in `[0, 1]`, drawn as a dashed line. @default no line */
  readonly chance?: number;
}

export interface EnrollmentModel extends ChartModel {
  readonly curves: readonly EnrollmentCurve[];
  readonly measure: string;
  readonly xLabel: string;
  readonly chance: number | undefined;
}

export function enrollmentModel(
  curves: readonly EnrollmentCurve[],
  {
    measure = 'UAR',
    xLabel = 'enrolled clips of the speaker',
    chance,
    title = `${measure} by ${xLabel}`,
  }: EnrollmentOptions,
): EnrollmentModel {
  requireEntries('curves', curves);
  requireShare('chance', chance);
  curves.forEach(checkCurve);
  const level = chance === undefined ? [] : [`Chance is ${formatShare(chance)}.`];
  return {
    title,
    description: [...curves.map(describeCurve), ...level].join(' '),
    rows: curves.flatMap(({ name, points }) =>
      points.map(({ clips, value, low = null, high = null }) => ({
        ...{ model: name, clips, [measure]: value, low, high },
      })),
    ),
    ...{ curves, measure, xLabel, chance },
  };
}

function describeCurve({ name, points }: EnrollmentCurve): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  return `${name}: ${formatShare(first.value)} with ${first.clips} clips, ${formatShare(last.value)} with ${last.clips}.`;
}

function checkCurve({ points }: EnrollmentCurve): void {
  requireEntries('points', points);
  const clips = points.map((point) => point.clips);
  const isRising = clips.every(
    (count, i) => count > (clips[i - 1] ?? -Infinity) && count >= 0 && count < Infinity,
  );
  if (!isRising) throw invalidOption('clips', 'at least 0 and rising from point to point', clips);
  for (const { value, low, high } of points) {
    requireShare('value', value);
    requireShare('low', low);
    requireShare('high', high);
  }
}
