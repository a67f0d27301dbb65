import { invalidOption } from '@ser/core';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireEntries, requireShare } from '../chart/checks.js';
import { type Axis, scaleAxis, type ScatterScale, shareAxis } from './scatterAxes.js';

/** One point: a setting, and the score it gave. */
export interface ScatterPoint {
  /** The setting: a number, or for a category scale one of its values. */
  readonly x: number | string;
  /** The score, in `[0, 1]`; `undefined` for a point without a score, drawn as × at the bottom. */
  readonly y: number | undefined;
  /** Name of the point, such as 'trial 3'. */
  readonly name: string;
  /** More about the point for its tooltip, such as 'after 5 epochs'. @default none */
  readonly note?: string;
  /** Whether the point is drawn hollow. @default false */
  readonly isHollow?: boolean;
  /** Whether the point is the best one and drawn with a ring. @default false */
  readonly isBest?: boolean;
}

export interface ScatterOptions extends TitleOption {
  /** Name of the setting. */
  readonly xLabel: string;
  /** The horizontal scale; it is widened to contain all points. */
  readonly xScale: ScatterScale;
  /** Name of the score. @default 'UAR' */
  readonly yLabel?: string;
  /** What the points are, in the plural. @default 'points' */
  readonly unit?: string;
}

export interface ScatterModel extends ChartModel {
  /** Hollow ones first and the best last, so that nothing hides it. */
  readonly points: readonly PlacedPoint[];
  readonly x: Axis;
  readonly y: Axis;
  readonly xScale: ScatterScale;
  readonly xLabel: string;
  readonly yLabel: string;
}

export interface PlacedPoint extends ScatterPoint {
  /** Its number among the points, from 0. */
  readonly index: number;
  /** The point in words. */
  readonly text: string;
}

export function scatterModel(
  points: readonly ScatterPoint[],
  { xLabel, xScale, yLabel = 'UAR', unit = 'points', title = `${yLabel} % by ${xLabel}` }: ScatterOptions,
): ScatterModel {
  requireEntries('points', points);
  points.forEach((point) => checkPoint(point, xScale));
  const scores = points.flatMap(({ y }) => y ?? []);
  const placed = points.map((point, index) => ({ ...point, index, text: textOf(point) }));
  return {
    title,
    description: describe(points, scores, { unit, yLabel }),
    rows: points.map(({ name, x, y = null, isHollow = false }) => ({
      ...{
        point: name,
        [xLabel]: x,
        [yLabel]: y,
        mark: y === null ? 'none' : isHollow ? 'hollow' : 'filled',
      },
    })),
    points: placed.sort((a, b) => rankOf(a) - rankOf(b)),
    x: scaleAxis(
      xScale,
      points.map(({ x }) => x),
    ),
    y: shareAxis(scores.length > 0 ? scores : [0, 1]),
    ...{ xScale, xLabel, yLabel },
  };
}

function checkPoint({ x, y }: ScatterPoint, { kind }: ScatterScale): void {
  requireShare('y', y);
  if (kind === 'category' ? typeof x === 'string' : Number.isFinite(x)) return;
  throw invalidOption('x', kind === 'category' ? 'a text on a category scale' : 'a finite number', x);
}

function rankOf({ isHollow = false, isBest = false }: ScatterPoint): number {
  return 2 * Number(isBest) + Number(!isHollow);
}

function textOf({ name, x, y, note }: ScatterPoint): string {
  const score = y === undefined ? 'no score' : `${percent(y)}%`;
  return `${name}: ${x}, ${score}${note === undefined ? '' : ` ${note}`}`;
}

function describe(
  points: readonly ScatterPoint[],
  scores: readonly number[],
  { unit, yLabel }: { readonly unit: string; readonly yLabel: string },
): string {
  const best = points.find(({ isBest }) => isBest);
  const range =
    scores.length > 0
      ? `${yLabel} from ${percent(Math.min(...scores))} to ${percent(Math.max(...scores))}%`
      : 'none has a score';
  return `${points.length} ${unit}; ${range}.${best ? ` The best, ${best.name}, has ${best.x}.` : ''}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
